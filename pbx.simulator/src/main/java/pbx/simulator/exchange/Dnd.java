package pbx.simulator.exchange;

/** Whether somebody does not want to be disturbed, and why. */
public record Dnd(boolean on, String reason) {}
