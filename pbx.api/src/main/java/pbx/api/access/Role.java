package pbx.api.access;

/** What a token allows. Each role may do all that the ones before it may. */
public enum Role {
    /** Sees accounts, presence, calls, health and metrics; changes nothing. */
    VIEWER,
    /** Places, answers, transfers and ends calls too. */
    OPERATOR;

    /** Whether who has this role may do what {@code other} may. */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
