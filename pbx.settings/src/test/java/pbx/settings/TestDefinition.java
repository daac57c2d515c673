package pbx.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A bundle that says which settings {@code pbx.test} and the factory {@code pbx.line} have. */
final class TestDefinition {
    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.4.0" localization="OSGI-INF/l10n/test">
              <OCD id="test" name="%title">
                <AD id="httpPort" type="Integer" default="8089" min="-1" max="65535"/>
                <AD id="host" type="String" default="127.0.0.1"/>
                <AD id="names" type="String" cardinality="2147483647" default=""/>
                <AD id="ports" type="Integer" cardinality="-100" default=""/>
                <AD id="pin" type="Password" default="" min="4"/>
                <AD id=".code" type="Integer" default="1"/>
                <AD id="big" type="Long" default="5" min="3"/>
                <AD id="on" type="Boolean" default="true"/>
                <AD id="webconsole.configurationFactory.nameHint" type="String" default="{host}"/>
                <AD id="gain" type="Double" default="1.0"/>
                <AD id="mode" type="String" default="udp"><Option label="u" value="udp"/><Option label="t" value="tcp"/></AD>
              </OCD>
              <Designate pid="pbx.test"><Object ocdref="test"/></Designate>
              <Designate factoryPid="pbx.line"><Object ocdref="test"/></Designate>
            </MetaData>
            """;

    private static final String ACCOUNT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.4.0">
              <OCD id="account" name="Account">
                <AD id="server" type="String"/>
                <AD id=".password" type="Password" required="false" max="5"/>
              </OCD>
              <Designate factoryPid="pbx.account"><Object ocdref="account"/></Designate>
            </MetaData>
            """;

    private TestDefinition() {}

    /** A bundle that says what an account has. */
    static InputStream account() throws IOException {
        return new ByteArrayInputStream(TestJar.bundle("pbx.account", "1.0.0")
                .text("OSGI-INF/metatype/account.xml", ACCOUNT)
                .bytes());
    }

    static InputStream jar() throws IOException {
        return jar(65535);
    }

    /** @param most the largest httpPort that is allowed */
    static InputStream jar(int most) throws IOException {
        return new ByteArrayInputStream(TestJar.bundle("pbx.test", "1.0.0")
                .text("OSGI-INF/metatype/test.xml", DOCUMENT.replace("65535", String.valueOf(most)))
                .text("OSGI-INF/l10n/test.properties", "title=Test\n")
                .text("OSGI-INF/l10n/test_de.properties", "title=Pr\\u00fcfst\\u00fcck\n")
                .bytes());
    }
}
