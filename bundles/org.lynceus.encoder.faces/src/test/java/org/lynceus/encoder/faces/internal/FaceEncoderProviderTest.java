package org.lynceus.encoder.faces.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Detector;
import org.lynceus.api.DetectorRegistry;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.encoder.faces.internal.FaceEncoderProvider.Installed;
import org.lynceus.model.api.Model;
import org.lynceus.testpictures.TestImage;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

class FaceEncoderProviderTest {
    private static ShippedModels models;
    private static String mobileFace;
    private static String dlib;

    /** What callers see, in the order in which it came. */
    private final List<String> registered = new ArrayList<>();

    /** All encoders that ever were registered. */
    private final List<FaceEncoder> encoders = new ArrayList<>();

    private Model published;
    private int held;

    @BeforeAll
    static void load() throws Exception {
        models = ShippedModels.load();
        mobileFace = version(models.mobileFace());
        dlib = version(models.dlib());
    }

    @AfterAll
    static void close() {
        models.close();
    }

    @Test
    void aModelBringsAnEncoderAndTwoDetectorsOfItsRanking() throws Exception {
        FaceEncoderProvider provider = provider();

        Installed installed = add(provider, models.mobileFace(), 7);
        assertThat(registered)
                .containsExactly(
                        "FaceEncoder " + mobileFace + " 7", "Detector face-embedding 7", "Detector model:mobileface 7");

        provider.removedService(reference(7), installed);
        assertThat(registered).isEmpty();
        assertThat(held).isZero();
    }

    @Test
    void twoModelsBringAThirdEncoderJustAheadOfThePrimary() throws Exception {
        FaceEncoderProvider provider = provider();

        add(provider, models.dlib(), -1000);
        add(provider, models.mobileFace(), 0);

        String fused = encoders.get(1).version();
        assertThat(fused).startsWith("mobileface-dlib-face-");
        assertThat(registered)
                .containsExactlyInAnyOrder(
                        "FaceEncoder " + fused + " 1",
                        "Detector face-embedding 1",
                        "FaceEncoder " + mobileFace + " 0",
                        "Detector face-embedding 0",
                        "Detector model:mobileface 0",
                        "FaceEncoder " + dlib + " -1000",
                        "Detector face-embedding -1000",
                        "Detector model:dlib-face -1000");
    }

    @Test
    void theFusedEncoderGoesWithEitherModelAndComesBack() throws Exception {
        FaceEncoderProvider provider = provider();
        Installed primary = add(provider, models.mobileFace(), 0);
        Installed companion = add(provider, models.dlib(), -1000);
        FaceEncoder fused = encoders.get(1);
        assertThat(versions()).containsExactly(mobileFace, fused.version(), dlib);

        provider.removedService(reference(-1000), companion);
        assertThat(versions()).containsExactly(mobileFace);
        assertRetired(fused);

        add(provider, models.dlib(), -1000);
        assertThat(versions()).containsExactly(mobileFace, fused.version(), dlib);

        provider.removedService(reference(0), primary);
        assertThat(versions()).containsExactly(dlib);
        assertThat(held).isEqualTo(1);
    }

    @Test
    void anUpdatedModelHasItsFusedEncoderBeforeTheOldOneGoes() throws Exception {
        FaceEncoderProvider provider = provider();
        add(provider, models.dlib(), -1000);
        Installed old = add(provider, models.mobileFace(), 0);
        FaceEncoder fused = encoders.get(1);

        add(provider, models.mobileFace(), 100);
        assertThat(registered)
                .contains("FaceEncoder " + fused.version() + " 1", "FaceEncoder " + fused.version() + " 101");

        provider.removedService(reference(0), old);
        assertThat(versions()).containsExactly(dlib, fused.version(), mobileFace);
        assertThat(registered).contains("FaceEncoder " + fused.version() + " 101");
        assertRetired(fused);
    }

    @Test
    void anUpdatedCompanionTakesThePlaceOfTheOldOne() throws Exception {
        FaceEncoderProvider provider = provider();
        add(provider, models.mobileFace(), 0);
        Installed old = add(provider, models.dlib(), -1000);
        FaceEncoder fused = encoders.get(1);

        add(provider, models.dlib(), -900);
        assertThat(versions()).containsExactly(mobileFace, dlib, fused.version(), dlib);
        assertRetired(fused);

        provider.removedService(reference(-1000), old);
        assertThat(versions()).containsExactly(mobileFace, fused.version(), dlib);
    }

    @Test
    void anotherVersionOfTheCompanionIsNotJoined() throws Exception {
        FaceEncoderProvider provider = provider();
        add(provider, models.mobileFace(), 0);
        add(provider, OtherInfo.of(models.dlib(), AligningEncoder.MIRROR, "false"), -1000);

        assertThat(versions()).hasSize(2).doesNotContain(dlib).contains(mobileFace);
    }

    @Test
    void aModelWhoseVectorsHaveAnotherLengthBringsNothing() throws Exception {
        assertThat(add(provider(), OtherInfo.of(models.mobileFace(), AligningEncoder.DIMENSION, "128"), 0))
                .isNull();
        assertThat(registered).isEmpty();
        assertThat(held).isZero();
    }

    private Installed add(FaceEncoderProvider provider, Model model, int ranking) {
        published = model;
        return provider.addingService(reference(ranking));
    }

    private List<String> versions() {
        return registered.stream()
                .filter(line -> line.startsWith("FaceEncoder"))
                .map(line -> line.split(" ")[1])
                .toList();
    }

    private static String version(Model model) {
        return EncoderVersion.of(model.info(), model.info().graphs().get(0));
    }

    private static void assertRetired(FaceEncoder encoder) {
        try (Image image = new TestImage(Mat.zeros(10, 10, CvType.CV_8UC3))) {
            assertThatExceptionOfType(VisionException.class)
                    .isThrownBy(() -> encoder.encode(image, List.of()))
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(VisionException.Reason.RETIRED));
        }
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
            case "registerService" -> register((Class<?>) arguments[0], arguments[1], (Dictionary<?, ?>) arguments[2]);
            default -> throw new UnsupportedOperationException(method.toString());
        });
        return new FaceEncoderProvider(context, proxy(DetectorRegistry.class, (self, method, arguments) -> {
            throw new UnsupportedOperationException(method.toString());
        }));
    }

    private ServiceRegistration<?> register(Class<?> type, Object service, Dictionary<?, ?> properties) {
        Object name = properties.get(type == FaceEncoder.class ? FaceEncoder.VERSION : Detector.TYPE);
        String line = type.getSimpleName() + " " + name + " " + properties.get(Constants.SERVICE_RANKING);
        registered.add(line);
        if (service instanceof FaceEncoder encoder) {
            encoders.add(encoder);
        }
        return proxy(ServiceRegistration.class, (self, method, arguments) -> {
            if (!method.getName().equals("unregister")) {
                throw new UnsupportedOperationException(method.toString());
            }
            assertThat(registered.remove(line)).isTrue();
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
