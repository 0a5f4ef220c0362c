package org.lynceus.rekognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OperationsTest {

    @Test
    void thereAreSeventyFive() {
        assertThat(Operations.all())
                .hasSize(75)
                .extracting(OperationModel::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void anOperationKnowsItsRecordsTargetAndErrors() {
        OperationModel<CompareFacesRequest, CompareFacesResponse> operation = Operations.COMPARE_FACES;
        assertThat(Operations.find("CompareFaces")).containsSame(operation);
        assertThat(operation.target()).isEqualTo("RekognitionService.CompareFaces");
        assertThat(operation.input()).isEqualTo(CompareFacesRequest.class);
        assertThat(operation.output()).isEqualTo(CompareFacesResponse.class);
        assertThat(operation.errors()).contains(Errors.INVALID_S3_OBJECT_EXCEPTION, Errors.IMAGE_TOO_LARGE_EXCEPTION);
    }

    @Test
    void namesAreCaseSensitive() {
        assertThat(Operations.find("compareFaces")).isEmpty();
        assertThat(Operations.find("")).isEmpty();
    }

    @Test
    void errorsHaveTheirStatus() {
        assertThat(Errors.all()).hasSize(23);
        assertThat(Errors.find("ImageTooLargeException"))
                .hasValue(new ErrorModel("ImageTooLargeException", 400, false));
        assertThat(Errors.find("InternalServerError")).hasValue(new ErrorModel("InternalServerError", 500, true));
        assertThat(Errors.all())
                .filteredOn(ErrorModel::fault)
                .extracting(ErrorModel::name)
                .containsExactlyInAnyOrder("InternalServerError", "ThrottlingException");
    }

    @Test
    void enumerationsAreStringsInModelOrder() {
        assertThat(LandmarkType.VALUES).hasSize(30).startsWith(LandmarkType.EYE_LEFT, "eyeRight", "nose");
    }
}
