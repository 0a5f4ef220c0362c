package org.lynceus.rest.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.Scope;

class ScopesTest {
    private static final Scopes DEFAULTS = new Scopes(Requests.settings(Map.of()));

    private static String signed(String credential) {
        return "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host;x-amz-date, Signature=00ff";
    }

    @Test
    void unsignedRequestsActForTheDefaultAccount() throws ServiceException {
        assertThat(DEFAULTS.of(null)).isEqualTo(new Scope("000000000000", "us-east-1"));
    }

    @Test
    void anotherSchemeCountsAsUnsigned() throws ServiceException {
        assertThat(DEFAULTS.of("Basic eDp5")).isEqualTo(new Scope("000000000000", "us-east-1"));
    }

    @Test
    void allRegionsAreOneUnlessToldOtherwise() throws ServiceException {
        assertThat(DEFAULTS.of(signed("AKIDEXAMPLE/20261120/eu-west-3/rekognition/aws4_request")))
                .isEqualTo(new Scope("000000000000", "us-east-1"));
    }

    @Test
    void regionComesFromTheCredentialWhereRegionsAreKeptApart() throws ServiceException {
        Scopes apart = new Scopes(Requests.settings(Map.of("single_region", "", "default_region", "us-west-1")));
        assertThat(apart.of(null)).isEqualTo(new Scope("000000000000", "us-west-1"));
        assertThat(apart.of(signed("AKIDEXAMPLE/20261120/eu-west-3/rekognition/aws4_request")))
                .isEqualTo(new Scope("000000000000", "eu-west-3"));
    }

    @Test
    void anAccessKeyOfTwelveDigitsIsTheAccount() throws ServiceException {
        assertThat(DEFAULTS.of(signed("123456789012/20261120/us-west-2/rekognition/aws4_request")))
                .isEqualTo(new Scope("123456789012", "us-east-1"));
    }

    @Test
    void settingsNameAccountsAndTheOneRegion() throws ServiceException {
        Scopes scopes = new Scopes(Requests.settings(Map.of(
                "accounts", new String[] {"AKIDA=111111111111, AKIDB = 222222222222 ", ""},
                "single_region", "eu-central-1",
                "default_account", "333333333333")));
        assertThat(scopes.of(signed("AKIDB/20261120/us-west-2/rekognition/aws4_request")))
                .isEqualTo(new Scope("222222222222", "eu-central-1"));
        assertThat(scopes.of(signed("AKIDC/20261120/us-west-2/rekognition/aws4_request")))
                .isEqualTo(new Scope("333333333333", "eu-central-1"));
        assertThat(scopes.of(null)).isEqualTo(new Scope("333333333333", "eu-central-1"));
    }

    @Test
    void anAccountThatIsNoneIsRefusedAtStart() {
        assertThatThrownBy(() -> new Scopes(Requests.settings(Map.of("accounts", new String[] {"AKIDA=12"}))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AKIDA=12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256",
                "AWS4-HMAC-SHA256 Credential=A/20261120/us-east-1/rekognition/aws4_request",
                "AWS4-HMAC-SHA256 Credential=A/20261120/us-east-1/rekognition/aws4_request, SignedHeaders=host, Signature=",
                "AWS4-HMAC-SHA256 Credential=A/us-east-1/rekognition/aws4_request, SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=A/20261120/us-east-1/rekognition/other, SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=A/20261120/../rekognition/aws4_request, SignedHeaders=host, Signature=0",
                "AWS4-HMAC-SHA256 Credential=/20261120/us-east-1/rekognition/aws4_request, SignedHeaders=host, Signature=0",
            })
    void aBrokenSignatureIsIncomplete(String authorization) {
        ServiceException e = catchThrowableOfType(ServiceException.class, () -> DEFAULTS.of(authorization));
        assertThat(e.error().code()).contains("IncompleteSignatureException");
        assertThat(e.error().status()).isEqualTo(400);
    }
}
