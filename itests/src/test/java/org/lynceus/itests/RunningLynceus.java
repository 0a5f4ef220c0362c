package org.lynceus.itests;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands one started server to all classes that ask for it; it is stopped after the last of them. */
final class RunningLynceus implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(RunningLynceus.class);

    private record Shared(Lynceus server) implements AutoCloseable {
        static Shared start() {
            try {
                return new Shared(Lynceus.create("shared")
                        .setting("org.lynceus.rest", "server.timing = true")
                        .start());
            } catch (IOException e) {
                throw new IllegalStateException("the server does not start", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Lynceus.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Shared.class, key -> Shared.start(), Shared.class)
                .server();
    }
}
