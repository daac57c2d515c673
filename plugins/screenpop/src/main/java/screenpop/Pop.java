package screenpop;

/** One way to tell of a call. */
interface Pop {
    void tell(Ringing call) throws Exception;
}
