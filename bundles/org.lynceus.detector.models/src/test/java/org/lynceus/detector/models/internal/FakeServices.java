package org.lynceus.detector.models.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lynceus.api.Detector;
import org.lynceus.model.api.Model;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** What a provider of detectors sees of a framework. */
final class FakeServices {
    /** A registered detector. */
    record Registered(Detector<?, ?> detector, Dictionary<?, ?> properties) {
        String type() {
            return (String) properties.get(Detector.TYPE);
        }

        Object ranking() {
            return properties.get(Constants.SERVICE_RANKING);
        }
    }

    final List<Registered> detectors = new ArrayList<>();
    private final Map<ServiceReference<?>, Model> models = new HashMap<>();
    private int held;

    /** How many models are used. */
    int held() {
        return held;
    }

    /** The detector of a type, with the options and result that the test knows of. */
    @SuppressWarnings("unchecked")
    <R> Detector<ModelOptions, R> detector(String type) {
        return detectors.stream()
                .filter(one -> one.type().equals(type))
                .map(one -> (Detector<ModelOptions, R>) one.detector())
                .findFirst()
                .orElseThrow();
    }

    /** Publishes a model. */
    @SuppressWarnings("unchecked")
    ServiceReference<Model> reference(Model model, int ranking) {
        ServiceReference<Model> reference =
                proxy(ServiceReference.class, (self, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> Constants.SERVICE_RANKING.equals(arguments[0]) ? ranking : null;
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> throw new UnsupportedOperationException(method.toString());
                });
        models.put(reference, model);
        return reference;
    }

    BundleContext context() {
        return proxy(BundleContext.class, (self, method, arguments) -> switch (method.getName()) {
            case "addServiceListener", "removeServiceListener" -> null;
            case "getServiceReferences" -> null;
            case "createFilter" -> null;
            case "getService" -> {
                held++;
                yield Objects.requireNonNull(models.get(arguments[0]));
            }
            case "ungetService" -> {
                held--;
                yield true;
            }
            case "registerService" -> register((Detector<?, ?>) arguments[1], (Dictionary<?, ?>) arguments[2]);
            default -> throw new UnsupportedOperationException(method.toString());
        });
    }

    private ServiceRegistration<?> register(Detector<?, ?> detector, Dictionary<?, ?> properties) {
        Registered registered = new Registered(detector, properties);
        detectors.add(registered);
        return proxy(ServiceRegistration.class, (self, method, arguments) -> {
            if (!method.getName().equals("unregister")) {
                throw new UnsupportedOperationException(method.toString());
            }
            detectors.remove(registered);
            return null;
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
