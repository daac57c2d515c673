package pbx.bench;

import java.util.List;
import pbx.bench.Result.Series;

/**
 * Heap and threads for each connected account: what 2,000 in one JVM hold more than 200 do; beside one shared Jetty client
 * with as many sockets.
 */
final class NodeAccounts implements Measurement {
    private static final int FEW = 200;
    private static final int MANY = Integer.getInteger("pbx.bench.accounts", 2_000);

    @Override
    public String name() {
        return "node.accounts";
    }

    @Override
    public int seconds() {
        return 120;
    }

    @Override
    public List<Result> run() throws Exception {
        double[] few = platform(FEW);
        double[] many = platform(MANY);
        double[] fewBare;
        double[] manyBare;
        try (FeedServer server = new FeedServer();
                BareClient client = new BareClient("accounts", server.url(), FEW + "," + MANY)) {
            fewBare = numbers(client.line());
            manyBare = numbers(client.line());
        }
        String against = "one bare Jetty client, as many sockets";
        return List.of(
                new Result(name() + ".heap", each(few[0], many[0]), "KiB", against, each(fewBare[0], manyBare[0])),
                new Result(
                        name() + ".threads", new Series(many[1]), "", "with " + FEW + " accounts", new Series(few[1])),
                new Result(
                        name() + ".threads.bare",
                        new Series(manyBare[1]),
                        "",
                        "with " + FEW + " sockets",
                        new Series(fewBare[1])));
    }

    private static Series each(double few, double many) {
        return new Series((many - few) / (MANY - FEW));
    }

    /** Heap in KiB after collection, and threads. */
    private double[] platform(int accounts) throws Exception {
        try (FeedServer server = new FeedServer();
                PlatformRun platform = new PlatformRun("accounts " + accounts, server.url(), accounts)) {
            String line =
                    platform.lines(said -> System.err.println(name() + ": " + accounts + " accounts: " + said)).stream()
                            .filter(said -> said.startsWith("vitals "))
                            .findFirst()
                            .orElseThrow();
            double[] vitals = numbers(line.substring("vitals ".length()));
            return new double[] {vitals[0], vitals[2]};
        }
    }

    private static double[] numbers(String line) {
        return List.of(line.split(" ", -1)).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
