package org.lynceus.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Dictionary;
import java.util.Objects;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the process when the port would be open to other machines though the security mode does not say so.
 *
 * <p>It looks when it starts and whenever one of the two settings changes; a change of its own settings makes a new one.
 * Until it has found them right, and from the
 * moment on that they are wrong, there is no {@link org.lynceus.security.AccessPolicy}, so nothing is served.
 */
@Component(immediate = true, configurationPid = "org.lynceus.security")
@Designate(ocd = BindGuard.Settings.class)
public final class BindGuard implements ConfigurationListener {
    /** Exit status of a process whose configuration makes no sense, {@code EX_CONFIG} of sysexits.h. */
    static final int EXIT_STATUS = 78;

    private static final Logger LOG = LoggerFactory.getLogger(BindGuard.class);
    private static final String WEB_PID = "org.ops4j.pax.web";
    private static final String ADDRESSES = "org.ops4j.pax.web.listening.addresses";

    /** Settings of the bundle. */
    @ObjectClassDefinition(name = "Lynceus security")
    public @interface Settings {
        /** Whether addresses beside loopback are served. */
        @AttributeDefinition(
                description = "loopback: only loopback addresses are served; open: every address is served")
        String mode() default BindRule.LOOPBACK;
    }

    private final String mode;
    private final ConfigurationAdmin configurations;
    private final BundleContext framework;
    private final Runnable allow;
    private final Runnable forbid;
    private final Runnable exit;

    /** Looks for the first time. */
    @Activate
    public BindGuard(ComponentContext component, Settings settings, @Reference ConfigurationAdmin configurations) {
        this(
                settings.mode(),
                configurations,
                component.getBundleContext(),
                () -> component.enableComponent(UnverifiedAccess.NAME),
                () -> component.disableComponent(UnverifiedAccess.NAME),
                BindGuard::exit);
    }

    BindGuard(
            String mode,
            ConfigurationAdmin configurations,
            BundleContext framework,
            Runnable allow,
            Runnable forbid,
            Runnable exit) {
        this.mode = mode;
        this.configurations = configurations;
        this.framework = framework;
        this.allow = allow;
        this.forbid = forbid;
        this.exit = exit;
        judge();
    }

    @Override
    public void configurationEvent(ConfigurationEvent event) {
        if (WEB_PID.equals(event.getPid())) {
            judge();
        }
    }

    private synchronized void judge() {
        BindRule.objection(mode, addresses()).ifPresentOrElse(this::refuse, allow);
    }

    private void refuse(String sentence) {
        forbid.run();
        LOG.error(sentence);
        // Standard error too: whoever starts the server by hand must see why it ends, wherever the log goes.
        System.err.println(sentence);
        exit.run();
    }

    private String addresses() {
        try {
            Dictionary<String, Object> web =
                    configurations.getConfiguration(WEB_PID, "?").getProperties();
            Object configured = web == null ? null : web.get(ADDRESSES);
            return Stream.of(configured, framework.getProperty(ADDRESSES))
                    .filter(Objects::nonNull)
                    .map(Object::toString)
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("configuration " + WEB_PID + " cannot be read", e);
        }
    }

    /** Ends the process from a thread of its own: the framework cannot stop while it waits for this component. */
    private static void exit() {
        new Thread(() -> System.exit(EXIT_STATUS), "lynceus-refusal").start();
    }
}
