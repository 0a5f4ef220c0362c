package org.lynceus.storage.s3.internal;

import org.lynceus.api.VisionException;
import org.lynceus.api.media.ObjectRef;
import org.lynceus.api.media.ObjectStore;
import org.lynceus.api.media.StoredObject;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Objects of an S3 service. There only when it is configured; all scopes share its credentials. */
@Component(
        name = S3ObjectStore.PID,
        service = ObjectStore.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = Constants.SERVICE_RANKING + ":Integer=100")
@Designate(ocd = S3ObjectStore.Config.class)
public final class S3ObjectStore implements ObjectStore {
    static final String PID = "org.lynceus.storage.s3";

    /** Which service, and how to sign in. */
    @ObjectClassDefinition(name = "Lynceus S3 storage")
    public @interface Config {
        /** URL of the service. */
        @AttributeDefinition(required = false, description = "URL of the service; empty: Amazon S3")
        String endpoint() default "";

        /** Region to sign for. */
        @AttributeDefinition(
                required = false,
                description = "Region; empty: what the SDK's default chain finds, or us-east-1 with an endpoint")
        String region() default "";

        /** Whether the bucket goes into the path. */
        @AttributeDefinition(
                required = false,
                description =
                        "true: the bucket is part of the path, false: of the host name; empty: true with an endpoint")
        String path_style() default "";

        /** Access key. */
        @AttributeDefinition(required = false, description = "Access key; empty: the SDK's default credentials chain")
        String access_key() default "";

        /** Secret key. */
        @AttributeDefinition(required = false, type = AttributeType.PASSWORD, description = "Secret key")
        String secret_key() default "";
    }

    private final S3Client client;

    /**
     * Makes a client; connects to nothing yet.
     *
     * @throws IllegalArgumentException when the configuration makes no sense
     */
    @Activate
    public S3ObjectStore(Config config) {
        this(S3Clients.create(config));
    }

    S3ObjectStore(S3Client client) {
        this.client = client;
    }

    @Override
    public StoredObject open(ObjectRef ref) throws VisionException {
        GetObjectRequest request = GetObjectRequest.builder()
                .bucket(ref.bucket())
                .key(ref.key())
                .versionId(ref.version().orElse(null))
                .build();
        try {
            ResponseInputStream<GetObjectResponse> object = client.getObject(request);
            Long size = object.response().contentLength();
            if (size == null) {
                object.abort();
                throw unavailable(null);
            }
            return new StoredObject(size, new AbortingStream(object, size));
        } catch (SdkException | IllegalArgumentException e) {
            // The SDK refuses some names, such as an empty key, before it asks.
            throw unavailable(e);
        }
    }

    @Deactivate
    void deactivate() {
        client.close();
    }

    private static VisionException unavailable(Exception cause) {
        return new VisionException(
                VisionException.Reason.INVALID_OBJECT,
                "Unable to get object metadata from S3. Check object key, region and/or access permissions.",
                cause);
    }
}
