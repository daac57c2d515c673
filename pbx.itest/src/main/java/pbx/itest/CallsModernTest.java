package pbx.itest;

/** Against a PBX that makes its own offers, as 70.1 does. */
class CallsModernTest extends CallRows {
    CallsModernTest() {
        super("modern");
    }
}
