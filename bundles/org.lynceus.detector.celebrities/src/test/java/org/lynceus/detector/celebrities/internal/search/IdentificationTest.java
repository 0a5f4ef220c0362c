package org.lynceus.detector.celebrities.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.KnownGender;
import org.lynceus.detector.celebrities.internal.search.Identification.Identified;

class IdentificationTest {
    private static final Identification.Entries STRANGE = (one, other) -> 1;

    private final Identification rule = new Identification(0.0005, 10);

    @ParameterizedTest
    @CsvSource({"50,0.99e-5,true", "50,1.01e-5,false", "50000,0.99e-8,true", "50000,1.01e-8,false"})
    void theMorePeopleTheNearerTheFaceMustBe(int people, double rate, boolean named) {
        Optional<Identified> identified = rule.decide(people, List.of(candidate(0, "a", rate)), STRANGE);

        assertThat(identified.map(match -> match.person().celebrity().id()))
                .isEqualTo(named ? Optional.of("a") : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"1.01e-6,true", "0.99e-6,false"})
    void theSecondMustBeFarther(double second, boolean named) {
        List<Candidate> candidates = List.of(candidate(0, "b", second), candidate(0, "a", 1e-7));

        assertThat(rule.decide(100, candidates, STRANGE).isPresent()).isEqualTo(named);
    }

    @Test
    void nobodyIsNamedWithoutPeople() {
        assertThat(rule.decide(0, List.of(), STRANGE)).isEmpty();
    }

    @Test
    void thePersonsOwnEntryInAnotherGalleryDoesNotCount() {
        List<Candidate> candidates = List.of(candidate(0, "a", 1e-8), candidate(1, "a", 2e-8), candidate(1, "b", 1e-3));

        Identified identified = rule.decide(100, candidates, STRANGE).orElseThrow();

        assertThat(identified.person()).isEqualTo(candidates.get(0));
        assertThat(identified.confidence()).isCloseTo(100 / (1 + 1e-5f + 46e-6f), within(1e-4f));
    }

    @Test
    void onePersonUnderTwoIdsOfTwoGalleriesIsNamed() {
        List<Candidate> candidates = List.of(candidate(0, "a", 1e-8), candidate(1, "x", 2e-8), candidate(1, "b", 1e-4));

        assertThat(rule.decide(100, candidates, STRANGE)).isEmpty();
        assertThat(rule.decide(
                        100, candidates, (one, other) -> other.celebrity().id().equals("x") ? 5e-6 : 1))
                .map(Identified::person)
                .contains(candidates.get(0));
        assertThat(rule.decide(
                        100, candidates, (one, other) -> other.celebrity().id().equals("x") ? 5.1e-6 : 1))
                .isEmpty();
    }

    @Test
    void twoEntriesOfOneGalleryAreTwoPeopleHoweverAlike() {
        List<Candidate> candidates = List.of(candidate(0, "a", 1e-8), candidate(0, "b", 2e-8));

        assertThat(rule.decide(100, candidates, (one, other) -> 0)).isEmpty();
    }

    @Test
    void atEqualRatesTheNearerOneIsTheFirst() {
        Candidate near = new Candidate(1, 0, person("a"), 1e-9, 0.1);
        Candidate far = new Candidate(0, 0, person("a"), 1e-9, 0.2);

        assertThat(rule.decide(2, List.of(far, near), STRANGE))
                .map(Identified::person)
                .contains(near);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1e-2,1,68.0272",
        "100,1e-6,1,99.5421",
        "100,1e-6,1e-5,90.5305",
        "535,9e-7,1,97.8334",
        "1,1,1,2.0833",
        "1,0,0,100",
        "1000000,1,1,0.000002"
    })
    void confidenceFallsWithBothOdds(int people, double first, double second, float confidence) {
        assertThat(Identification.confidence(people, first, second)).isCloseTo(confidence, within(0.001f));
    }

    @Test
    void theOddsOfAStrangerFollowFromTheDensity() {
        double odds = Math.log(10) / Identification.SAME_PERSON_DENSITY * 200 * 1e-6;

        assertThat(Identification.confidence(200, 1e-6, 1e9)).isCloseTo((float) (100 / (1 + odds)), within(0.01f));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void aShareOfStrangersIsAboveNothingAndAtMostAll(double strangers) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identification(strangers, 10))
                .withMessage("strangers.named is above 0 and at most 1, not " + strangers);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.99, Double.NaN, Double.POSITIVE_INFINITY})
    void aMarginIsAtLeastOne(double margin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Identification(0.1, margin))
                .withMessage("margin is at least 1, not " + margin);
    }

    @Test
    void oneIdInTwoGalleriesIsTwoPeopleUnlessTheNameIsTheSame() {
        Candidate here = candidate(0, "7", 1e-9);
        Candidate namesake =
                new Candidate(1, 0, new Celebrity("7", "Somebody Else", List.of(), KnownGender.UNLISTED), 2e-9, 0.2);

        assertThat(rule.decide(2, List.of(here, namesake), STRANGE)).isEmpty();
        assertThat(rule.decide(1, List.of(here, candidate(1, "7", 2e-9)), STRANGE))
                .map(Identified::person)
                .contains(here);
    }

    private static Candidate candidate(int gallery, String id, double rate) {
        return new Candidate(gallery, 0, person(id), rate, rate);
    }

    private static Celebrity person(String id) {
        return new Celebrity(id, "Person " + id, List.of(), KnownGender.UNLISTED);
    }
}
