package pbx.health.support;

import java.util.Comparator;
import java.util.Map;

/** What every thread is doing. */
final class Stacks {
    private Stacks() {}

    static String text() {
        StringBuilder text = new StringBuilder();
        Thread.getAllStackTraces().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Thread::getName)))
                .forEach(each -> {
                    Thread thread = each.getKey();
                    text.append('"').append(thread.getName()).append("\" ").append(thread.getState());
                    text.append(thread.isDaemon() ? " daemon\n" : "\n");
                    for (StackTraceElement frame : each.getValue()) {
                        text.append("    at ").append(frame).append('\n');
                    }
                    text.append('\n');
                });
        return text.toString();
    }
}
