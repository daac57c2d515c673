import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Prints the in-framework reports the way Surefire does, names what failed, and fails when no test ran. */
class TestSummary {
    public static void main(String[] args) throws Exception {
        String[] names = {"tests", "failures", "errors", "skipped"};
        int[] sum = new int[names.length];
        Path reports = Path.of(args[0]);
        for (Path file : Files.isDirectory(reports) ? xml(reports) : List.<Path>of()) {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            for (int i = 0; i < names.length; i++) {
                sum[i] += Integer.parseInt(suite.getAttribute(names[i]));
            }
            tell(suite.getElementsByTagName("failure"));
            tell(suite.getElementsByTagName("error"));
        }
        System.out.printf("Tests run: %d, Failures: %d, Errors: %d, Skipped: %d%n", sum[0], sum[1], sum[2], sum[3]);
        if (sum[0] == 0) {
            System.out.println("[ERROR] no in-framework test ran, or the framework died before it could report");
        }
        System.exit(sum[0] == 0 || sum[1] + sum[2] > 0 ? 1 : 0);
    }

    private static List<Path> xml(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
        }
    }

    private static void tell(NodeList failures) {
        for (int i = 0; i < failures.getLength(); i++) {
            Element failure = (Element) failures.item(i);
            Element test = (Element) failure.getParentNode();
            System.out.printf(
                    "[ERROR] %s.%s: %s%n", test.getAttribute("classname"), test.getAttribute("name"), failure.getTextContent());
        }
    }
}
