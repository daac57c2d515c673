package pbx.ui.swing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import pbx.api.PbxException;
import pbx.api.settings.Field;
import pbx.api.settings.Page;
import pbx.api.settings.Pages;

/** A page of each sort, and notes of what is changed. A server of "bad" is not acceptable. */
final class FakePages implements Pages {
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();

    private final String softphone;

    FakePages() {
        this(Samples.HOSTILE);
    }

    /** @param softphone how the softphone's page describes itself */
    FakePages(String softphone) {
        this.softphone = softphone;
    }

    String asked() throws InterruptedException {
        String command = asked.poll(20, TimeUnit.SECONDS);
        return command == null ? "nothing was asked" : command;
    }

    @Override
    public CompletionStage<List<Page>> list(String language) {
        List<Field> fields = List.of(
                field("server", "Server", "The PBX's address.", Field.Type.TEXT, "https://127.0.0.1:8449"),
                field(".password", "Password", "The extension's web password.", Field.Type.SECRET, ""),
                field(
                        "node",
                        "This is a server node",
                        "Lets the system administrator's credentials be used.",
                        Field.Type.FLAG,
                        "false"),
                new Field(
                        "dialect",
                        "Dialect",
                        "Who makes the offer of an outbound call.",
                        Field.Type.TEXT,
                        false,
                        false,
                        List.of(new Field.Option("auto", "auto"), new Field.Option("legacy", "legacy")),
                        "auto",
                        false));
        String account = "An extension of a PBX.";
        return CompletableFuture.completedFuture(List.of(
                new Page("pbx.account", "demo", true, "Account", account, fields),
                new Page("pbx.account", "", true, "Account", account, fields),
                new Page("pbx.ui.swing", "", false, "Softphone", softphone, List.of())));
    }

    @Override
    public CompletionStage<Void> change(String pid, String name, Map<String, String> values) {
        if (!values.containsKey("window")) { // which comes when the window has come to rest
            asked.add((pid + " " + name).strip() + " " + values);
        }
        return "bad".equals(values.get("server"))
                ? CompletableFuture.failedFuture(
                        new PbxException(PbxException.Reason.INVALID, "server = \"bad\" is no address"))
                : CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Void> remove(String pid, String name) {
        asked.add("remove " + pid + " " + name);
        return CompletableFuture.completedFuture(null);
    }

    private static Field field(String id, String title, String description, Field.Type type, String value) {
        return new Field(id, title, description, type, false, true, List.of(), value, true);
    }
}
