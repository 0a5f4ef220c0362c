package org.lynceus.core.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lynceus.core.internal.model.InstalledModels;
import org.lynceus.core.internal.model.LoadedModel;
import org.lynceus.model.api.GraphInfo;
import org.lynceus.model.api.Model;
import org.lynceus.model.api.ModelInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

class ModelTableTest {
    private static final String LONG_PACKAGE = "@somebody/a-package-with-a-name-that-goes-on-and-on@0.0.6";

    private final List<Bundle> bundles = new ArrayList<>();
    private final Map<ServiceReference<Model>, Model> services = new LinkedHashMap<>();

    @Test
    void aServedModelHasItsLicenceInWordsAndItsPackageCutShort() {
        serve(info("dishes", "2.0.1"), 7);

        assertThat(row("dishes"))
                .contains("food-classification", "2.0.1", " 7 ", "warm", "Apache-2.0: free for every use")
                .contains("@somebody/a-package-with-a-name-that-go…")
                .doesNotContain(LONG_PACKAGE);
    }

    @Test
    void aModelThatIsInstalledButNotServedIsShown() {
        install("org.m.dishes", Bundle.ACTIVE, "dishes", "2.0.2");
        install("org.m.other", Bundle.RESOLVED, "other", "1.0.0");
        serve(info("dishes", "2.0.1"), 0);

        assertThat(rows("dishes"))
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains("2.0.1", "warm"))
                .anySatisfy(row -> assertThat(row).contains("2.0.2", "not loaded", "org.m.dishes"));
        assertThat(row("other")).contains("bundle not started");
    }

    @Test
    void aVersionOfTwoNumbersIsFoundAgain() {
        install("org.m.dishes", Bundle.ACTIVE, "dishes", "2.0.0");
        serve(info("dishes", "2.0"), 0);

        assertThat(row("dishes")).contains(" 2.0 ", "warm");
    }

    @Test
    void aModelThatWasLeftOutIsShown() {
        bundles.add(bundle("org.lynceus.model.plants", Bundle.ACTIVE, List.of(), true));

        assertThat(row("plants")).contains("left out", "org.lynceus.model.plants");
    }

    @Test
    void aSheetTellsEverything() {
        ModelInfo info = info("dishes", "2.0.1");
        LoadedModel model = new LoadedModel(info, 7, OptionalLong.of(12), Optional.of("org.m.dishes"));

        String sheet = String.join("\n", ModelSheet.of(model));

        assertThat(sheet)
                .contains("any x 3 x 192 x 224 NCHW RGB", "(pixel - 128.0) * [1.0, 2.0, 3.0]", "abc123")
                .containsPattern("labels +2")
                .containsPattern("calls +12")
                .containsPattern("package +" + LONG_PACKAGE + "\n");
        info.properties().values().forEach(value -> assertThat(sheet).contains(value));
    }

    @Test
    void theLicenceReportTellsWhereWeightsComeFrom() {
        ModelInfo info = info("dishes", "2.0.1");

        assertThat(String.join(
                        "\n", ModelSheet.licencesOf(new LoadedModel(info, 0, OptionalLong.empty(), Optional.empty()))))
                .startsWith("dishes 2.0.1, food-classification")
                .contains(LONG_PACKAGE + " : food.tflite", "0011", "Apache-2.0 of a chef", "ISC", "a kitchen");
    }

    private String row(String id) {
        assertThat(rows(id)).hasSize(1);
        return rows(id).get(0);
    }

    private List<String> rows(String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelTable.of(new InstalledModels(context()))
                .print(new PrintStream(out, true, StandardCharsets.UTF_8), StandardCharsets.UTF_8, true);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" " + id + " "))
                .toList();
    }

    private static ModelInfo info(String id, String version) {
        GraphInfo graph = new GraphInfo(
                "classify",
                "classify.onnx",
                "abc123",
                List.of(-1L, 3L, 192L, 224L),
                GraphInfo.Layout.NCHW,
                GraphInfo.ColorOrder.RGB,
                List.of(128f),
                List.of(1f, 2f, 3f));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("decoder", "classification");
        properties.put("source", LONG_PACKAGE + " : food.tflite");
        properties.put("source.sha256", "0011");
        properties.put("licence.package", "ISC");
        properties.put("licence.weights", "Apache-2.0 of a chef");
        properties.put("upstream", "a kitchen");
        properties.put("threshold", "0.4321");
        properties.put("graph.classify.fit", "crop");
        return new ModelInfo(id, version, "food-classification", List.of(graph), List.of("soup", "stew"), properties);
    }

    private void serve(ModelInfo info, int ranking) {
        Hashtable<String, Object> properties =
                new Hashtable<>(Map.of(Model.ROLE, info.role(), Constants.SERVICE_RANKING, ranking));
        services.put(
                reference(properties),
                proxy(Model.class, (self, method, arguments) -> method.getName().equals("info") ? info : null));
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<Model> reference(Map<String, Object> properties) {
        return proxy(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
            case "getProperty" -> properties.get(arguments[0]);
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private void install(String name, int state, String id, String version) {
        Map<String, Object> attributes =
                Map.of(Model.ROLE, "food-classification", "id", id, "version", Version.parseVersion(version));
        BundleCapability capability = proxy(BundleCapability.class, (self, method, arguments) -> attributes);
        bundles.add(bundle(name, state, List.of(capability), false));
    }

    private static Bundle bundle(String name, int state, List<BundleCapability> capabilities, boolean leftOut) {
        BundleRevision revision = proxy(BundleRevision.class, (self, method, arguments) -> capabilities);
        return proxy(Bundle.class, (self, method, arguments) -> switch (method.getName()) {
            case "getSymbolicName" -> name;
            case "getState" -> state;
            case "getEntry" ->
                leftOut && "left-out.txt".equals(arguments[0])
                        ? ModelTableTest.class.getResource("ModelTableTest.class")
                        : null;
            case "adapt" -> revision;
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private BundleContext context() {
        return proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "getBundles" -> bundles.toArray(Bundle[]::new);
            case "getServiceReferences" -> List.copyOf(services.keySet());
            case "getService" -> services.get(arguments[0]);
            case "ungetService" -> true;
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
