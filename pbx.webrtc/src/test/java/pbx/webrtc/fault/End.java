package pbx.webrtc.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import pbx.webrtc.engine.FarProcess;

/** One end of the call, in its own process and network. All that it said is kept, with the time. */
final class End implements AutoCloseable {
    private final Process process;
    private final PrintStream in;
    private final List<Said> all = new ArrayList<>();

    /** @param at nanoseconds of this machine's clock */
    record Said(String what, String text, long at) {}

    End(List<String> inside, int says, int hears) throws IOException {
        List<String> command = new ArrayList<>(inside);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                FarProcess.class.getName(),
                String.valueOf(says),
                String.valueOf(hears)));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "end");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                if (words[0].equals("*")) {
                    String text = words.length < 3
                            ? ""
                            : new String(Base64.getDecoder().decode(words[2]), StandardCharsets.UTF_8);
                    synchronized (this) {
                        all.add(new Said(words[1], text, System.nanoTime()));
                        notifyAll();
                    }
                }
            }
        } catch (IOException e) {
            // the process has ended
        }
    }

    /** Asks for something and waits for the answer. */
    String ask(String what, String text) throws Exception {
        int from = size();
        in.println(what + " " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        return await(from, said -> said.what().equals(what), 20).text();
    }

    synchronized int size() {
        return all.size();
    }

    /** All it said since then. */
    synchronized List<Said> since(int from) {
        return List.copyOf(all.subList(from, all.size()));
    }

    /** The first of that kind, from that place on. */
    synchronized Said await(int from, Predicate<Said> wanted, int seconds) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (int at = from; ; at++) {
            while (at >= all.size()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new TimeoutException("not said: the last of " + all.size() + " was "
                            + (all.isEmpty() ? "" : all.get(all.size() - 1)));
                }
                wait(left);
            }
            if (wanted.test(all.get(at))) {
                return all.get(at);
            }
        }
    }

    Said hears(int from, int seconds) throws Exception {
        return await(from, said -> said.what().equals("heard") && said.text().equals("true"), seconds);
    }

    Said is(int from, String state, int seconds) throws Exception {
        return await(from, said -> said.what().equals("state") && said.text().equals(state), seconds);
    }

    @Override
    public void close() throws Exception {
        in.close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
