package org.lynceus.packer.graph;

import ai.djl.Device;
import ai.djl.onnxruntime.engine.OrtEngineProvider;

/** ONNX Runtime, started the way the platform needs it in the same process. */
final class Engine {
    private Engine() {}

    /** Starts it at the first call: DJL has to create the runtime's environment, and must not use the network. */
    static void start() {
        Holder.ENGINE.getEngineName();
    }

    private static final class Holder {
        static final ai.djl.engine.Engine ENGINE = start();

        private static ai.djl.engine.Engine start() {
            System.setProperty("OPT_OUT_TRACKING", "true");
            System.setProperty("ai.djl.offline", "true");
            ai.djl.engine.Engine engine = new OrtEngineProvider().getEngine();
            engine.newBaseManager(Device.cpu()).close();
            return engine;
        }
    }
}
