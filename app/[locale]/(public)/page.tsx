export default function HomePage() {
	return <h1>26</h1>;
}
