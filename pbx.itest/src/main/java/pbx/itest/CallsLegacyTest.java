package pbx.itest;

/** Against a PBX that answers our offers, as 67.0 does. */
class CallsLegacyTest extends CallRows {
    CallsLegacyTest() {
        super("legacy");
    }
}
