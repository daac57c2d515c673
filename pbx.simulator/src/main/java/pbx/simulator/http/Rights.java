package pbx.simulator.http;

/** As whom a web session may act: an extension, the whole tenant, or the system. */
sealed interface Rights {

    boolean mayActFor(String extension);

    /** One extension. */
    record OfExtension(String extension) implements Rights {
        @Override
        public boolean mayActFor(String other) {
            return extension.equals(other);
        }
    }

    /** [I] Whoever acts for the tenant or the system may act for each of its extensions. */
    record OfTenant() implements Rights {
        @Override
        public boolean mayActFor(String other) {
            return true;
        }
    }
}
