package pbx.itest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import pbx.itest.plugin.Witness;

/** A plugin as others build it: one class and one component, on pbx.api alone. */
final class SwapPlugin {
    private static final String COMPONENT = "OSGI-INF/witness.xml";
    private static final String XML =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="witness" immediate="true">
              <implementation class="pbx.itest.plugin.Witness"/>
              <service><provide interface="pbx.api.call.CallListener"/><provide interface="java.util.function.Supplier"/></service>
              <property name="swap" value="plugin"/>
            </scr:component>
            """;

    private SwapPlugin() {}

    static byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, SwapPart.PLUGIN.bundle);
        main.putValue(Constants.BUNDLE_VERSION, "1.0.0");
        main.putValue(Constants.IMPORT_PACKAGE, "pbx.api,pbx.api.call");
        main.putValue("Service-Component", COMPONENT);
        main.putValue(
                Constants.REQUIRE_CAPABILITY,
                "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\"");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            out.putNextEntry(new JarEntry(COMPONENT));
            out.write(XML.getBytes(StandardCharsets.UTF_8));
            String name = Witness.class.getName().replace('.', '/') + ".class";
            out.putNextEntry(new JarEntry(name));
            try (InputStream in = Witness.class.getResourceAsStream("/" + name)) {
                in.transferTo(out);
            }
        }
        return bytes.toByteArray();
    }
}
