package org.lynceus.rekognition.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "FaceDetails, faceDetails",
        "S3Object, s3Object",
        "SNSTopicArn, snsTopicArn",
        "CollectionARN, collectionARN",
        "KVSStreamStartSelector, kvsStreamStartSelector",
        "CSSColor, cssColor",
        "F1Score, f1Score",
        "X, x",
        "DurationSMPTE, durationSMPTE",
    })
    void components(String member, String component) {
        assertThat(Names.component(member)).isEqualTo(component);
    }

    @Test
    void namesThatJavaForbids() {
        assertThatIllegalStateException().isThrownBy(() -> Names.component("Default"));
        assertThatIllegalStateException().isThrownBy(() -> Names.component("HashCode"));
    }

    @ParameterizedTest
    @CsvSource({
        "eyeLeft, EYE_LEFT",
        "IN_PROGRESS, IN_PROGRESS",
        "S3Bucket, S3_BUCKET",
        "KVSStreamArn, KVS_STREAM_ARN",
        "InvalidS3ObjectException, INVALID_S3_OBJECT_EXCEPTION",
        "Male, MALE",
    })
    void constants(String name, String constant) {
        assertThat(Names.constant(name)).isEqualTo(constant);
    }
}
