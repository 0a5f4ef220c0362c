package org.lynceus.core.internal.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.lynceus.api.celebrity.Galleries;
import org.lynceus.api.celebrity.InstalledGallery;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Shell command that lists the galleries of known people, or tells everything of one. */
@Service
@Command(
        scope = "lynceus",
        name = "galleries",
        description = "Lists the galleries of known people, or tells everything of one.")
public final class GalleriesCommand implements Action {
    @Reference
    private BundleContext context;

    @Argument(name = "id", description = "Id of a gallery; all that is known of it is told")
    private String id;

    @Override
    public Object execute() {
        print(context, id, System.out);
        return null;
    }

    /**
     * Prints the galleries of a framework.
     *
     * @param id the gallery to tell everything of; null for the list of all
     */
    static void print(BundleContext context, String id, PrintStream out) {
        List<InstalledGallery> galleries = galleries(context);
        if (id == null) {
            GalleryTable.of(galleries).print(out);
            return;
        }
        List<InstalledGallery> chosen =
                galleries.stream().filter(gallery -> gallery.id().equals(id)).toList();
        if (chosen.isEmpty()) {
            out.println("There is no gallery " + id + "; lynceus:galleries lists them.");
        }
        for (InstalledGallery gallery : chosen) {
            GallerySheet.of(gallery, bundle(context, gallery)).forEach(out::println);
            out.println();
        }
    }

    private static List<InstalledGallery> galleries(BundleContext context) {
        ServiceReference<Galleries> reference = context.getServiceReference(Galleries.class);
        Galleries service = reference == null ? null : context.getService(reference);
        if (service == null) {
            return List.of();
        }
        try {
            return service.galleries();
        } finally {
            context.ungetService(reference);
        }
    }

    private static String bundle(BundleContext context, InstalledGallery gallery) {
        Bundle bundle = context.getBundle(gallery.bundle());
        return bundle == null ? "uninstalled" : Objects.requireNonNullElse(bundle.getSymbolicName(), "unnamed");
    }
}
