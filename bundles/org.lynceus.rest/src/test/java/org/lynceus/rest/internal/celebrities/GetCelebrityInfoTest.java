package org.lynceus.rest.internal.celebrities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.Galleries;
import org.lynceus.api.celebrity.KnownGender;
import org.lynceus.rekognition.Constraints;
import org.lynceus.rekognition.GetCelebrityInfoRequest;
import org.lynceus.rekognition.KnownGenderType;
import org.lynceus.rekognition.WireJson;
import org.lynceus.rest.RequestContext;

class GetCelebrityInfoTest {
    private static String info(GetCelebrityInfo operation, String id) throws VisionException {
        RequestContext context = new RequestContext(new Scope("1", "r"), "id", Instant.MAX);
        return new String(
                WireJson.write(operation.handle(new GetCelebrityInfoRequest(id), context)), StandardCharsets.UTF_8);
    }

    @Test
    void aPersonHasAddressesNameAndGender() throws VisionException {
        assertThat(info(People.operation(People.ADA), "3Ab0cd6"))
                .isEqualTo("{\"Urls\":[\"www.example.org/person/1\"],\"Name\":\"Ada Example\","
                        + "\"KnownGender\":{\"Type\":\"Female\"}}");
    }

    @Test
    void addressesAreThereThoughThereAreNone() throws VisionException {
        Celebrity unlisted = new Celebrity("1", "Zoë Muster", List.of(), KnownGender.UNLISTED);
        assertThat(info(People.operation(unlisted), "1"))
                .isEqualTo("{\"Urls\":[],\"Name\":\"Zoë Muster\",\"KnownGender\":{\"Type\":\"Unlisted\"}}");
    }

    @ParameterizedTest
    @EnumSource
    void everyGenderHasItsNameOnTheWire(KnownGender gender) {
        assertThat(CelebrityFaces.gender(gender).type())
                .isEqualToIgnoringCase(gender.name())
                .isIn(KnownGenderType.VALUES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3ab0cd6", "nobody"})
    void anUnknownIdIsNamed(String id) {
        VisionException e = catchThrowableOfType(VisionException.class, () -> info(People.operation(People.ADA), id));
        assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(e).hasMessage("The celebrity id: " + id + " does not exist");
    }

    @Test
    void anEndlessIdIsNotToldBack() {
        VisionException e =
                catchThrowableOfType(VisionException.class, () -> info(People.operation(), "a".repeat(100_000)));
        assertThat(e.getMessage()).hasSizeLessThan(120);
    }

    @Test
    void withoutGalleriesNothingIsInstalled() {
        VisionException e = catchThrowableOfType(VisionException.class, () -> info(new GetCelebrityInfo(), "1"));
        assertThat(e.reason()).isEqualTo(Reason.NOT_INSTALLED);
    }

    @Test
    void galleriesThatAreReplacedAreWaitedFor() throws Exception {
        GetCelebrityInfo operation = new GetCelebrityInfo();
        Galleries old = People.galleries();
        operation.bindGalleries(old);
        operation.unbindGalleries(old);
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return info(operation, "3Ab0cd6");
            } catch (VisionException e) {
                throw new IllegalStateException(e);
            }
        });
        operation.bindGalleries(People.galleries(People.ADA));

        assertThat(answer.get(5, TimeUnit.SECONDS)).contains("Ada Example");
    }

    @Test
    void galleriesThatHaveGoneForGoodAreNotWaitedForLonger() throws Exception {
        LatestGalleries galleries = new LatestGalleries(Duration.ofMillis(20));
        Galleries old = People.galleries();
        galleries.arrived(old);
        assertThat(galleries.get()).contains(old);
        galleries.gone(old);
        assertThat(galleries.get()).isEmpty();
    }

    @Test
    void theGoingOfWhatHasBeenReplacedTakesNothingAway() throws Exception {
        LatestGalleries galleries = new LatestGalleries(Duration.ofMillis(20));
        Galleries old = People.galleries();
        Galleries successor = People.galleries(People.ADA);
        galleries.arrived(old);
        galleries.arrived(successor);
        galleries.gone(old);
        assertThat(galleries.get()).contains(successor);
    }

    @Test
    void theServiceModelRefusesWhatIsNoId() {
        assertThat(Constraints.check(new GetCelebrityInfoRequest("3Ab-0cd6"))).hasSize(1);
        assertThat(Constraints.check(new GetCelebrityInfoRequest(null))).hasSize(1);
        assertThat(Constraints.check(new GetCelebrityInfoRequest(""))).isEmpty();
    }
}
