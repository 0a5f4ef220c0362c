package org.lynceus.client.command;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --endpoint}; a picocli mixin. */
public final class EndpointOption {
    private static final String ENDPOINT = "lynceus.endpoint";
    private static final String DEFAULT_ENDPOINT = "http://127.0.0.1:8080";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--endpoint", paramLabel = "URL", description = "the server (default: the one that runs here)")
    private Optional<String> endpoint = Optional.empty();

    /** Creates it; picocli fills it. */
    public EndpointOption() {}

    /** Whether the user named a server. */
    public boolean named() {
        return endpoint.isPresent();
    }

    /**
     * The server's address: the named one, or what the launcher found, or else port 8080 of this machine.
     *
     * @throws ParameterException when it is no address
     */
    public URI uri() {
        String text = endpoint.orElseGet(() -> System.getProperty(ENDPOINT, DEFAULT_ENDPOINT));
        try {
            URI uri = new URI(text);
            if (Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new ParameterException(command.commandLine(), noAddress(text), e);
        }
        throw new ParameterException(command.commandLine(), noAddress(text));
    }

    private static String noAddress(String text) {
        return "'" + text + "' is no address such as " + DEFAULT_ENDPOINT;
    }
}
