package org.lynceus.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.lynceus.itests.Lynceus;
import org.lynceus.itests.TestPictures;

/** Starts the distribution, measures it, and prints what was measured. */
public final class Benchmarks {
    private final Options options;
    private final PrintStream out;

    private Benchmarks(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param arguments see {@link Options#USAGE}
     * @throws IOException when a server cannot be started or asked
     * @throws InterruptedException when somebody wants it to end
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + Options.USAGE);
            System.exit(2);
            return;
        }
        new Benchmarks(options, System.out).run();
    }

    private void run() throws IOException, InterruptedException {
        if (options.endpoint().isPresent()) {
            ask(options.endpoint().get());
            if (options.parts().contains("celebrities")) {
                recognize(options.endpoint().get());
            }
            return;
        }
        if (options.parts().contains("models")) {
            Path bundles = Path.of(options.text("bundles", System.getProperty("lynceus.models")));
            new ModelBenchmark(out).run(bundles, options.text("only", ""));
        }
        if (options.parts().contains("start")) {
            start();
        }
        if (options.parts().contains("latency") || options.parts().contains("attributes")) {
            try (Lynceus server = started("latency")) {
                ask(server.endpoint());
            }
        }
        if (options.parts().contains("celebrities")) {
            try (Lynceus server = started("celebrities")) {
                recognize(server.endpoint());
                new GalleryBenchmark(server, out).run(warmup(), options.number("seconds", 15));
            }
        }
        if (options.parts().contains("swap")) {
            try (Lynceus server = started("swap")) {
                new SwapBenchmark(server, picture(), out)
                        .run(options.number("seconds", 60), options.number("swaps", 20));
            }
        }
    }

    private void ask(URI endpoint) throws IOException, InterruptedException {
        int seconds = options.number("seconds", 15);
        if (options.parts().contains("latency")) {
            new LatencyBenchmark(endpoint, picture(), out).run(warmup(), seconds);
        }
        if (options.parts().contains("attributes")) {
            new AttributesBenchmark(endpoint, out).run(named(), warmup(), seconds);
        }
    }

    private void recognize(URI endpoint) throws IOException {
        new CelebritiesBenchmark(endpoint, out).run(named(), warmup(), options.number("seconds", 15));
    }

    /** The picture that is asked for, by its name; none when none is. */
    private Map<String, byte[]> named() throws IOException {
        return options.picture().isPresent()
                ? Map.of(Path.of(options.picture().get()).getFileName().toString(), picture())
                : Map.of();
    }

    private void start() throws IOException, InterruptedException {
        Lynceus server = Lynceus.create("start");
        for (String kind : new String[] {"first start", "second start"}) {
            long begun = System.nanoTime();
            try (Lynceus running = server.start()) {
                double seconds = (System.nanoTime() - begun) / 1e9;
                Thread.sleep(5000);
                out.printf(
                        Locale.ROOT,
                        "%-13s ready after %.1f s, idle resident %d MB, %d threads%n",
                        kind,
                        seconds,
                        running.process().residentMegabytes(),
                        running.process().threads());
            }
        }
    }

    private static Lynceus started(String name) throws IOException {
        return Lynceus.create(name)
                .setting("org.lynceus.rest", "server.timing = true")
                .start();
    }

    private int warmup() {
        return options.number("warmup", 10);
    }

    private byte[] picture() throws IOException {
        if (options.picture().isPresent()) {
            return Files.readAllBytes(Path.of(options.picture().get()));
        }
        return TestPictures.jpeg(TestPictures.scaled(TestPictures.image("sample1.jpg"), 1280, 720));
    }
}
