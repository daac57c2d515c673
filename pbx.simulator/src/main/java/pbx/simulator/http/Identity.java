package pbx.simulator.http;

/** As whom a web session acts: an extension, a whole tenant, or the system. */
sealed interface Identity {

    /** {@code user}, {@code domain} or {@code admin}, the words of 2016. */
    String type();

    /** The tenant; empty for the system. */
    default String domain() {
        return "";
    }

    /** Empty for all but an extension. */
    default String extension() {
        return "";
    }

    /** What it may do in a tenant. */
    Rights within(String tenant);

    /** One extension. */
    record OfExtension(String domain, String extension) implements Identity {
        @Override
        public String type() {
            return "user";
        }

        @Override
        public Rights within(String tenant) {
            return wanted -> domain.equals(tenant) && extension.equals(wanted);
        }
    }

    /** [I] Whoever acts for the tenant may act for each of its extensions. */
    record OfTenant(String domain) implements Identity {
        @Override
        public String type() {
            return "domain";
        }

        @Override
        public Rights within(String tenant) {
            return wanted -> domain.equals(tenant);
        }
    }

    /** [I] Whoever acts for the system may act for everybody. */
    record OfSystem() implements Identity {
        @Override
        public String type() {
            return "admin";
        }

        @Override
        public Rights within(String tenant) {
            return wanted -> true;
        }
    }
}
