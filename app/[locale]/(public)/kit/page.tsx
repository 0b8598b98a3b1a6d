import { setRequestLocale } from "next-intl/server";
import { Container } from "@/components/shell/container";
import { PageHeader } from "@/components/shell/page-header";
import { Badge, StateBadge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card, EmptyState, Stat } from "@/components/ui/card";
import { Checkbox, Fieldset, RadioGroup } from "@/components/ui/choices";
import { DefinitionList } from "@/components/ui/definition-list";
import { Dialog } from "@/components/ui/dialog";
import { Disclosure } from "@/components/ui/disclosure";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Prose, Skeleton } from "@/components/ui/text";
import { SelectField, TextareaField, TextField } from "@/components/ui/text-fields";
export default async function Kit({ params }: { params: Promise<{ locale: string }> }) {
	const { locale } = await params;
	setRequestLocale(locale);
	const rows = [{ id: "a", title: "Commemoration ceremony", city: "Kathmandu", state: "submitted" as const }, { id: "b", title: "Photo exhibition", city: "St. John's", state: "approved" as const }];
	return (
		<Container>
			<PageHeader crumbs={[{ label: "Home", href: "/" }, { label: "Events", href: "/events" }, { label: "Ceremony" }]} eyebrow="26 February 2027 · 19:00" title="Commemoration ceremony at the Embassy in Kathmandu" lead="Wreaths are laid at the memorial; a minute of silence; a documentary." badges={<><StateBadge state="approved">Approved</StateBadge><Badge>Ceremony</Badge></>} actions={<><Button>Approve</Button><Button variant="secondary">Request changes</Button></>} />
			<div className="flex flex-col gap-16">
				<div className="grid grid-cols-2 gap-6 sm:grid-cols-4"><Stat value="142" label="events" /><Stat value="58" label="countries" /><Stat value="35" label="years" size="small" note="since 1992" /><Stat value="8" label="languages" size="small" /></div>
				<Tabs label="Views" tabs={[{ href: "/kit", label: "Waiting", isCurrent: true, count: 12 }, { href: "/x", label: "Decided", isCurrent: false }]} />
				<Table caption="Queue" columns={[{ key: "t", header: "Title", cell: (r) => r.title, isRowHeader: true }, { key: "c", header: "City", cell: (r) => r.city }, { key: "s", header: "State", cell: (r) => <StateBadge state={r.state}>{r.state}</StateBadge>, align: "end" }]} rows={rows} rowKey={(r) => r.id} />
				<div className="flex flex-wrap gap-2">{(["draft", "submitted", "changes_requested", "approved", "rejected", "withdrawn", "cancelled"] as const).map((s) => <StateBadge key={s} state={s}>{s}</StateBadge>)}<Badge tone="solid">Today</Badge></div>
				<div className="grid gap-4 md:grid-cols-2"><Notice>Saved two minutes ago.</Notice><Notice tone="success">Your event was submitted.</Notice><Notice tone="warning" title="This time happens twice">Choose one.</Notice><Notice tone="error">The date is missing.</Notice></div>
				<form className="flex max-w-narrow flex-col gap-6">
					<ErrorSummary problems={[{ field: "title", message: "Enter a title." }]} />
					<TextField name="title" label="Title" hint="At most 120 characters." error="Enter a title." required />
					<SelectField name="type" label="Type" options={[{ value: "a", label: "Ceremony" }, { value: "b", label: "Exhibition" }]} required />
					<TextareaField name="d" label="Description" />
					<RadioGroup name="mode" legend="How can people take part?" columns={3} defaultValue="a" options={[{ value: "a", label: "In person", hint: "At the venue" }, { value: "b", label: "Online" }, { value: "c", label: "Both", disabled: true }]} />
					<Fieldset name="sec" legend="Where" size="section" hint="The city fills in the zone."><Checkbox name="ok" label="Show the exact address only after registration" hint="We show the city until then." /></Fieldset>
					<div className="flex flex-wrap gap-3"><SubmitButton>Submit for review</SubmitButton><Button variant="secondary">Save draft</Button><Button variant="quiet">Preview</Button><Button variant="danger">Withdraw</Button><Button disabled>Disabled</Button><Dialog trigger="Open" title="Reject this event"><p>Say why.</p></Dialog></div>
				</form>
				<div className="grid gap-6 md:grid-cols-2"><Card marked><h2 className="text-xl">Card</h2><p>Text</p></Card><Card><Skeleton /></Card></div>
				<DefinitionList items={[{ key: "w", term: "When", details: "26 February 2027, 19:00, Kathmandu" }, { key: "o", term: "Organiser", details: "Embassy" }]} />
				<Disclosure summary="History of this event"><p>Nothing.</p></Disclosure>
				<Prose html="<h2>About</h2><p>Text with a <a href='https://example.org'>link</a>.</p><ul><li>one</li><li>two</li></ul><blockquote><p>Quoted.</p></blockquote>" />
				<EmptyState title="Nothing is waiting" action={<ButtonLink href="/events" variant="secondary">See events</ButtonLink>}>New submissions appear here.</EmptyState>
				<Pagination previousHref="/kit" nextHref="/kit" />
			</div>
		</Container>
	);
}
