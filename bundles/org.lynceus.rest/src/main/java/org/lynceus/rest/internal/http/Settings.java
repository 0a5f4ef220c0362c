package org.lynceus.rest.internal.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the bundle. */
@ObjectClassDefinition(name = "Lynceus REST")
public @interface Settings {
    /** The pid that holds them. */
    String PID = "org.lynceus.rest";

    /** Largest request body. */
    @AttributeDefinition(description = "Largest request body in bytes; CompareFaces carries two pictures in base64")
    int max_body_bytes() default 14_680_064;

    /** Room for the bodies of all requests together. */
    @AttributeDefinition(
            description = "Bytes that the bodies and stored objects of all running requests may hold together")
    long max_inflight_bytes() default 134_217_728;

    /** How long a request waits for room. */
    @AttributeDefinition(description = "Milliseconds that a request waits for that room before it is throttled")
    long inflight_wait_millis() default 2_000;

    /** How long clients wait. */
    @AttributeDefinition(description = "Seconds until the deadline that operations are told")
    long request_timeout_seconds() default 60;

    /** Whether responses tell where the time went. */
    @AttributeDefinition(description = "Adds a Server-Timing header with the milliseconds of every step")
    boolean server_timing() default false;

    /** Account of requests that name none. */
    @AttributeDefinition(
            description = "Account, twelve digits, of unsigned requests and of access keys without an account")
    String default_account() default "000000000000";

    /** Region of requests that name none, where regions are kept apart. */
    @AttributeDefinition(description = "Region of unsigned requests")
    String default_region() default "us-east-1";

    /** The one region, or blank. */
    @AttributeDefinition(
            description = "Every request acts in this region, whatever its signature says; blank keeps regions apart")
    String single_region() default "us-east-1";

    /** Accounts of access keys. */
    @AttributeDefinition(
            description = "Accounts of access keys, each as key=account; a key of twelve digits is an account")
    String[] accounts() default {};
}
