package org.lynceus.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BindRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.0.0.1, ::1", "127.8.9.10"})
    void loopbackAddressesAreServed(String addresses) {
        assertThat(BindRule.objection("loopback", addresses)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0.0.0.0", "::", "192.0.2.7", "127.0.0.1,192.0.2.7", "no-such-host.invalid"})
    void otherAddressesAreRefusedWithTheReason(String addresses) {
        assertThat(BindRule.objection("loopback", addresses))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("signatures of requests are not verified", "security.mode=open"));
    }

    @Test
    void openModeServesEveryAddress() {
        assertThat(BindRule.objection("open", "0.0.0.0")).isEmpty();
    }

    @Test
    void anUnknownModeIsRefusedEvenOnLoopback() {
        assertThat(BindRule.objection("opne", "127.0.0.1"))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("'opne'", "'loopback'", "'open'"));
    }
}
