package pbx.health.metrics;

/** Values that are read when somebody asks, with labels that come and go. */
@FunctionalInterface
interface Gauges {
    void read();
}
