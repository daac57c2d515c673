package pbx.callcontrol;

/**
 * What the wire has no message for is dialled. Retrieving is documented (protocol notes 5.12); the code of pickup is
 * documented, and that the extension follows it is inferred (5.13).
 */
final class StarCodes {
    private StarCodes() {}

    static String retrieve(String orbit) {
        return "*86" + orbit;
    }

    static String pickUp(String extension) {
        return "*87" + extension;
    }

    /** Such a call reaches somebody whose number is another one. */
    static boolean is(String number) {
        return number.startsWith("*");
    }
}
