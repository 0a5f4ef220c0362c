package org.lynceus.storage.s3.internal;

import java.lang.annotation.Annotation;

/** A configuration with a key. */
@SuppressWarnings("all")
class TestConfig implements S3ObjectStore.Config {
    private final String endpoint;

    TestConfig(String endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public String endpoint() {
        return endpoint;
    }

    @Override
    public String region() {
        return "";
    }

    @Override
    public String path_style() {
        return "";
    }

    @Override
    public String access_key() {
        return "key";
    }

    @Override
    public String secret_key() {
        return "secret";
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return S3ObjectStore.Config.class;
    }
}
