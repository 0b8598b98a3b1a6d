/** Every page and answer that shows memorials or recognitions. */
export const REGISTERS_TAG = "registers";
