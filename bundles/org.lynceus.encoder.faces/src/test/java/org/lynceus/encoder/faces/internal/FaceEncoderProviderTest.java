package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.encoder.faces.internal.FaceEncoderProvider.RegisteredEncoder;
import org.lynceus.inference.LocalModels;
import org.lynceus.model.api.Model;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

class FaceEncoderProviderTest {
    private static LocalModels models;

    private final List<String> registered = new ArrayList<>();
    private Model published;
    private int held;

    @BeforeAll
    static void load() throws Exception {
        URL descriptor = FaceEncoderProviderTest.class.getResource("/model.properties");
        models = LocalModels.load(Path.of(
                ((JarURLConnection) descriptor.openConnection()).getJarFileURL().toURI()));
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @Test
    void aModelBringsAnEncoderAndTwoDetectorsOfItsRanking() throws Exception {
        published = models.model("face-embedding");
        FaceEncoderProvider provider = provider();

        RegisteredEncoder encoder = provider.addingService(reference(7));
        assertThat(registered)
                .containsExactly(
                        "FaceEncoder " + encoder.encoder().version() + " 7",
                        "Detector face-embedding 7",
                        "Detector model:mobileface 7");

        provider.removedService(reference(7), encoder);
        assertThat(registered).isEmpty();
        assertThat(held).isZero();
    }

    @Test
    void aModelWhoseVectorsHaveAnotherLengthBringsNothing() throws Exception {
        published = OtherInfo.of(models.model("face-embedding"), AligningEncoder.DIMENSION, "128");

        assertThat(provider().addingService(reference(0))).isNull();
        assertThat(registered).isEmpty();
        assertThat(held).isZero();
    }

    private FaceEncoderProvider provider() throws Exception {
        BundleContext context = proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "addServiceListener", "getServiceReferences" -> null;
            case "getService" -> {
                held++;
                yield published;
            }
            case "ungetService" -> {
                held--;
                yield true;
            }
            case "registerService" -> register((Class<?>) arguments[0], (Dictionary<?, ?>) arguments[2]);
            default -> throw new UnsupportedOperationException(method.toString());
        });
        return new FaceEncoderProvider(context, proxy(DetectorRegistry.class, (self, method, arguments) -> {
            throw new UnsupportedOperationException(method.toString());
        }));
    }

    private ServiceRegistration<?> register(Class<?> type, Dictionary<?, ?> properties) {
        Object name = properties.get(type == FaceEncoder.class ? FaceEncoder.VERSION : Detector.TYPE);
        String line = type.getSimpleName() + " " + name + " " + properties.get(Constants.SERVICE_RANKING);
        registered.add(line);
        return proxy(ServiceRegistration.class, (self, method, arguments) -> {
            if (!method.getName().equals("unregister")) {
                throw new UnsupportedOperationException(method.toString());
            }
            registered.remove(line);
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<Model> reference(int ranking) {
        return proxy(ServiceReference.class, (self, method, arguments) -> {
            if (!method.getName().equals("getProperty")) {
                throw new UnsupportedOperationException(method.toString());
            }
            return Constants.SERVICE_RANKING.equals(arguments[0]) ? ranking : null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
