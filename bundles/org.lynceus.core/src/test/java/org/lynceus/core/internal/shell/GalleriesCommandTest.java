package org.lynceus.core.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.Galleries;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.api.celebrity.InstalledGallery.State;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class GalleriesCommandTest {
    private static final String LONG_TITLE = "Everybody who ever worked for the company, from the first day on";
    private static final String NOTE = "It holds no vectors of an installed encoder.";

    private final List<InstalledGallery> galleries = new ArrayList<>();
    private boolean installed = true;
    private int uses;

    @Test
    void everyGalleryHasARow() {
        galleries.add(staff(State.READY, Optional.of("fused-2"), ""));
        galleries.add(new InstalledGallery(
                "old", "Old", "0.1.0", 0, List.of(), Optional.empty(), State.DAMAGED, NOTE, "", 9));

        assertThat(row("staff", null))
                .containsSubsequence("staff", "1.2.0", "300", "fused-2", "ready", "7", "Everybody", "…", "Internal")
                .doesNotContain(LONG_TITLE);
        assertThat(row("old", null)).containsSubsequence("old", "0.1.0", "none", "damaged", "9", NOTE);
        assertThat(uses).isZero();
    }

    @Test
    void aSheetTellsEverything() {
        galleries.add(staff(State.SKIPPED, Optional.empty(), NOTE));

        assertThat(print("staff"))
                .containsPattern("title +" + LONG_TITLE + "\n")
                .containsPattern("bundle +org.acme.staff \\(7\\)\n")
                .containsPattern("state +skipped\n")
                .containsPattern("note +" + NOTE + "\n")
                .containsPattern("people +300\n")
                .containsPattern("encoder in use +none\n")
                .containsPattern("has vectors of +fused-1\n")
                .containsPattern("has vectors of +fused-2\n")
                .containsPattern("licence +Internal use\n");
    }

    @Test
    void aSheetOfAGalleryWithNothingAmissHasNoNote() {
        galleries.add(staff(State.READY, Optional.of("fused-2"), ""));

        assertThat(print("staff")).containsPattern("encoder in use +fused-2\n").doesNotContain("note");
    }

    @Test
    void anUnknownGalleryIsNamed() {
        galleries.add(staff(State.READY, Optional.of("fused-2"), ""));

        assertThat(print("players"))
                .isEqualToIgnoringNewLines("There is no gallery players; lynceus:galleries lists them.");
    }

    @Test
    void withoutTheServiceThereAreNoGalleries() {
        installed = false;
        galleries.add(staff(State.READY, Optional.of("fused-2"), ""));

        assertThat(print(null)).contains("no galleries").doesNotContain("staff");
    }

    private static InstalledGallery staff(State state, Optional<String> encoder, String note) {
        return new InstalledGallery(
                "staff",
                LONG_TITLE,
                "1.2.0",
                300,
                List.of("fused-1", "fused-2"),
                encoder,
                state,
                note,
                "Internal use",
                7);
    }

    private String row(String gallery, String id) {
        List<String> rows =
                print(id).lines().filter(line -> line.startsWith(gallery + " ")).toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private String print(String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GalleriesCommand.print(context(), id, new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private BundleContext context() {
        ServiceReference<?> reference = proxy(ServiceReference.class, (self, method, arguments) -> {
            throw new UnsupportedOperationException(method.toString());
        });
        Bundle bundle = proxy(Bundle.class, (self, method, arguments) -> "org.acme.staff");
        return proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getServiceReference" -> installed ? reference : null;
            case "getService" -> {
                uses++;
                yield service();
            }
            case "ungetService" -> uses-- > 0;
            case "getBundle" -> arguments[0].equals(7L) ? bundle : null;
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private Galleries service() {
        return new Galleries() {
            @Override
            public Optional<Celebrity> find(String id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<InstalledGallery> galleries() {
                return galleries;
            }
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
