package org.lynceus.detector.celebrities.internal.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.InstalledGallery;
import org.lynceus.api.celebrity.InstalledGallery.State;
import org.lynceus.detector.celebrities.internal.search.GallerySnapshot;
import org.lynceus.detector.celebrities.internal.search.SearchedGallery;
import org.lynceus.detector.celebrities.internal.search.VectorIndex;

class ShelfTest {
    private static final long VECTORS = VectorIndex.bytes(1, 2);
    private static final long PEOPLE = 450;
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final ManualWorker worker = new ManualWorker();
    private final Shelf shelf = new Shelf(worker, 1_000_000);
    private final TestGallery staff = TestGallery.of("staff", "1.0", 3, "a", "b");

    @BeforeEach
    void encodersAreThere() {
        encoders("a", "b");
    }

    @Test
    void aGalleryIsSearchedWhenItHasBeenRead() {
        shelf.arrived(staff.source(7, 1));
        assertThat(only())
                .isEqualTo(new InstalledGallery(
                        "org.lynceus.gallery.staff",
                        "org.lynceus.gallery.staff",
                        "1.0.0",
                        0,
                        List.of(),
                        Optional.empty(),
                        State.LOADING,
                        "",
                        "not stated",
                        7));
        worker.run();

        assertThat(only())
                .isEqualTo(new InstalledGallery(
                        "staff",
                        "Gallery staff",
                        "1.0.0",
                        3,
                        List.of("a", "b"),
                        Optional.of("a"),
                        State.READY,
                        "",
                        "not stated",
                        7));
        assertThat(searched()).containsExactly("staff0 a");
        assertThat(shelf.snapshot().people()).isEqualTo(3);
        assertThat(shelf.snapshot().facts()).containsOnlyKeys("staff0", "staff1", "staff2");
    }

    @Test
    void itHasBegunWhenWhatWasThereHasBeenRead() {
        Shelf fresh = new Shelf(worker, 1_000_000);
        fresh.arrived(staff.source(7, 1));
        worker.run();
        assertThat(fresh.begun()).as("without encoders").isFalse();
        fresh.encoders(new LinkedHashMap<>(Map.of("a", 2)));
        assertThat(fresh.begun()).as("before vectors are read").isFalse();
        worker.run();

        assertThat(fresh.begun()).isTrue();
        assertThat(fresh.snapshot().people()).isEqualTo(3);
    }

    @Test
    void aPersonIsWaitedForWhileTheGalleriesOfTheStartAreRead() throws Exception {
        Shelf fresh = new Shelf(worker, 1_000_000);
        fresh.arrived(staff.source(7, 1));
        fresh.encoders(new LinkedHashMap<>(Map.of("a", 2)));
        CompletableFuture<Optional<Celebrity>> found = CompletableFuture.supplyAsync(() -> fresh.find("staff1"));
        worker.run();

        assertThat(found.get(5, TimeUnit.SECONDS)).isPresent();
        assertThat(fresh.find("nobody")).as("once it has begun").isEmpty();
    }

    @Test
    void withoutEncodersItHasBegunInTheEnd() {
        Shelf fresh = new Shelf(worker, 1_000_000);
        worker.pass(Shelf.START.plus(MOMENT));

        assertThat(fresh.begun()).isTrue();
    }

    @Test
    void theEarlierContentAnswersUntilTheUpdateHasBeenRead() {
        ready(staff, 7);
        shelf.stopped(7);
        worker.pass(MOMENT);
        shelf.arrived(TestGallery.of("staff", "2.0", 5, "a").source(7, 2));
        assertThat(only().version()).isEqualTo("1.0.0");
        assertThat(only().state()).isEqualTo(State.READY);
        worker.run();

        assertThat(only().version()).isEqualTo("2.0.0");
        assertThat(shelf.snapshot().people()).isEqualTo(5);
        worker.pass(Shelf.GRACE);
        assertThat(searched()).containsExactly("staff0 a");
    }

    @Test
    void theEarlierContentAnswersForEverWhenTheUpdateIsDamaged() {
        ready(staff, 7);
        TestGallery damaged = TestGallery.of("staff", "2.0", 5, "a");
        damaged.vectors("a", 2, 1, 0);
        shelf.arrived(damaged.source(7, 2));
        worker.pass(Duration.ofDays(1));

        assertThat(searched()).containsExactly("staff0 a");
        assertThat(only().state()).isEqualTo(State.READY);
        assertThat(only().version()).isEqualTo("1.0.0");
        assertThat(only().note())
                .isEqualTo("An update cannot be read, the earlier content answers: gallery/vectors/a.f32: is shorter"
                        + " than the gallery says.");

        shelf.arrived(TestGallery.of("staff", "3.0", 2, "a").source(7, 3));
        worker.run();
        assertThat(only().version()).isEqualTo("3.0.0");
        assertThat(only().note()).isEmpty();
    }

    @Test
    void aDamagedGalleryIsShownAsSuch() {
        staff.properties.remove("title");
        shelf.arrived(staff.source(7, 1));
        worker.run();

        assertThat(only().id()).isEqualTo("org.lynceus.gallery.staff");
        assertThat(only().state()).isEqualTo(State.DAMAGED);
        assertThat(only().note()).isEqualTo("It cannot be read: gallery/gallery.properties: 'title' is missing.");
    }

    @Test
    void aBundleThatCannotBeReadIsDamagedAndOthersAreRead() {
        staff.failure = new IOException("closed");
        shelf.arrived(staff.source(7, 1));
        ready(TestGallery.of("team", "1.0", 1, "a"), 8);

        assertThat(states()).containsExactly(State.DAMAGED, State.READY);
        assertThat(shelf.galleries().get(0).note()).isEqualTo("It cannot be read: java.io.IOException: closed.");
    }

    @Test
    void anUninstalledGalleryIsGoneAtOnce() {
        ready(staff, 7);
        shelf.gone(7);

        assertThat(shelf.galleries()).isEmpty();
        assertThat(shelf.snapshot().galleries()).isEmpty();
        assertThat(shelf.snapshot().facts()).isEmpty();
    }

    @Test
    void aGalleryThatIsUninstalledBeforeItIsReadNeverAnswers() {
        shelf.arrived(staff.source(7, 1));
        shelf.gone(7);
        worker.run();

        assertThat(shelf.snapshot().galleries()).isEmpty();
    }

    @Test
    void aStoppedGalleryIsGoneAfterTheGrace() {
        ready(staff, 7);
        shelf.stopped(7);
        worker.pass(Shelf.GRACE.minus(MOMENT));
        assertThat(searched()).containsExactly("staff0 a");
        worker.pass(MOMENT);
        assertThat(searched()).isEmpty();

        shelf.arrived(staff.source(7, 1));
        worker.run();
        assertThat(searched()).containsExactly("staff0 a");
    }

    @Test
    void aGalleryThatStartsAgainIsNotReadAgain() {
        ready(staff, 7);
        GallerySnapshot before = shelf.snapshot();
        shelf.stopped(7);
        staff.failure = new IOException("read again");
        shelf.arrived(staff.source(7, 1));
        worker.pass(Shelf.GRACE.plus(MOMENT));

        assertThat(states()).containsExactly(State.READY);
        assertThat(shelf.snapshot().galleries().get(0))
                .isSameAs(before.galleries().get(0));
    }

    @Test
    void aBetterEncoderIsTakenWhenItsVectorsHaveBeenRead() {
        encoders("b");
        ready(staff, 7);
        assertThat(searched()).containsExactly("staff0 b");
        encoders("a", "b");
        assertThat(searched()).containsExactly("staff0 b");
        assertThat(states()).containsExactly(State.READY);
        worker.run();

        assertThat(searched()).containsExactly("staff0 a");
    }

    @Test
    void anEncoderThatGoesIsReplacedByTheNext() {
        ready(staff, 7);
        encoders("b");
        assertThat(searched()).containsExactly("staff0 a");
        worker.run();

        assertThat(searched()).containsExactly("staff0 b");
    }

    @Test
    void vectorsAreKeptForAnEncoderThatComesBack() {
        ready(staff, 7);
        SearchedGallery before = shelf.snapshot().galleries().get(0);
        encoders();
        worker.pass(Shelf.SETTLING.minus(MOMENT));
        encoders("a");
        worker.pass(Shelf.SETTLING);

        assertThat(shelf.snapshot().galleries()).containsExactly(before);
    }

    @Test
    void withoutItsEncoderAGalleryIsSkippedAndItsPeopleAreKnown() {
        ready(staff, 7);
        encoders("x", "y");
        worker.pass(Shelf.SETTLING);

        assertThat(searched()).isEmpty();
        assertThat(only().state()).isEqualTo(State.SKIPPED);
        assertThat(only().encoder()).isEmpty();
        assertThat(only().note()).isEqualTo("It holds vectors of a, b; the installed encoders are x, y.");
        assertThat(shelf.snapshot().facts()).containsKey("staff0");

        encoders("b");
        assertThat(states()).containsExactly(State.LOADING);
        worker.run();
        assertThat(searched()).containsExactly("staff0 b");
    }

    @Test
    void afterTheStartEncodersAreWaitedFor() {
        ManualWorker other = new ManualWorker();
        Shelf early = new Shelf(other, 1_000_000);
        early.arrived(staff.source(7, 1));
        other.pass(Shelf.START.minus(MOMENT));
        assertThat(early.galleries()).extracting(InstalledGallery::state).containsExactly(State.LOADING);
        other.pass(MOMENT);

        assertThat(early.galleries())
                .extracting(InstalledGallery::note)
                .containsExactly("It holds vectors of a, b; no face encoder is installed.");
    }

    @Test
    void anEncoderWithAnotherDimensionDoesNotFit() {
        shelf.encoders(Map.of("a", 3));
        worker.pass(Shelf.SETTLING);
        ready(staff, 7);

        assertThat(states()).containsExactly(State.SKIPPED);
    }

    @Test
    void vectorsThatCannotBeReadAreLeftForTheNextBest() {
        encoders("b");
        ready(staff, 7);
        staff.files.remove("gallery/vectors/a.f32");
        encoders("a", "b");
        worker.run();

        assertThat(searched()).containsExactly("staff0 b");
        assertThat(only().state()).isEqualTo(State.READY);
        assertThat(only().note())
                .isEqualTo("The vectors of a cannot be read: gallery/vectors/a.f32: there is no such file.");
    }

    @Test
    void withoutReadableVectorsAGalleryIsDamagedAndItsPeopleAreKnown() {
        encoders();
        ready(staff, 7);
        staff.files.clear();
        encoders("a");
        worker.run();

        assertThat(states()).containsExactly(State.DAMAGED);
        assertThat(shelf.snapshot().facts()).containsKey("staff0");
    }

    @Test
    void whatDoesNotFitIntoTheMemoryIsSkippedUntilThereIsRoom() {
        shelf.budget(2 * PEOPLE + VECTORS);
        ready(TestGallery.of("one", "1.0", 1, "a"), 1);
        ready(TestGallery.of("two", "1.0", 1, "a"), 2);

        assertThat(states()).containsExactly(State.READY, State.SKIPPED);
        assertThat(shelf.galleries().get(1).note()).isEqualTo("Its vectors take 1 MB and max.megabytes leaves 0 MB.");
        assertThat(shelf.snapshot().facts()).containsOnlyKeys("one0", "two0");

        shelf.gone(1);
        worker.run();
        assertThat(searched()).containsExactly("two0 a");
    }

    @Test
    void whenTheMemoryShrinksTheLastGalleriesGoFirst() {
        ready(TestGallery.of("one", "1.0", 1, "a"), 1);
        ready(TestGallery.of("two", "1.0", 1, "a"), 2);
        shelf.budget(2 * PEOPLE + VECTORS);
        worker.run();
        assertThat(searched()).containsExactly("one0 a");

        shelf.budget(2 * PEOPLE + 2 * VECTORS);
        worker.run();
        assertThat(searched()).containsExactly("one0 a", "two0 a");
    }

    @Test
    void vectorsOfAnEncoderThatHasGoneMakeRoomForOthers() {
        ready(TestGallery.of("one", "1.0", 1, "a", "b"), 1);
        shelf.budget(PEOPLE + VECTORS);
        encoders("b");
        worker.run();

        assertThat(searched()).containsExactly("one0 b");
    }

    @Test
    void galleriesAreReadOutsideTheLock() {
        TestGallery slow = TestGallery.of("slow", "1.0", 1, "a");
        List<Boolean> locked = new ArrayList<>();
        slow.opened = () -> locked.add(Thread.holdsLock(shelf));
        shelf.arrived(slow.source(1, 1));
        worker.pass(Shelf.START);

        assertThat(locked).isNotEmpty().containsOnly(false);
    }

    @Test
    void anUpdateThatDoesNotFitBesideTheEarlierContentIsRefused() {
        ready(TestGallery.of("one", "1.0", 1, "a"), 1);
        shelf.budget(2 * PEOPLE + VECTORS);
        shelf.arrived(TestGallery.of("one", "2.0", 1, "a").source(1, 2));
        worker.run();

        assertThat(only().version()).isEqualTo("1.0.0");
        assertThat(only().note()).contains("max.megabytes leaves no room for it beside the content");

        shelf.budget(1_000_000);
        worker.run();
        assertThat(only().version()).isEqualTo("2.0.0");
    }

    @Test
    void theGalleryThatWasInstalledFirstAnswersForTheFacts() {
        TestGallery twin = TestGallery.of("staff", "2.0", 4, "a");
        ready(twin, 9);
        ready(staff, 7);

        assertThat(shelf.galleries())
                .extracting(InstalledGallery::bundle, InstalledGallery::note)
                .containsExactly(
                        tuple(7L, ""),
                        tuple(
                                9L,
                                "Bundle 7 holds a gallery of the same id. Ids of its people that galleries installed"
                                        + " before it have too: 3; those answer for the facts."));
        assertThat(shelf.snapshot().people()).isEqualTo(4);
        assertThat(shelf.snapshot().facts().get("staff0"))
                .isSameAs(shelf.snapshot().galleries().get(0).people().get(0));
        shelf.gone(7);
        assertThat(only().note()).isEmpty();
    }

    @Test
    void afterItIsClosedNothingHappens() {
        ready(staff, 7);
        shelf.close();
        shelf.arrived(staff.source(8, 1));
        shelf.stopped(7);
        shelf.gone(7);
        shelf.budget(1);
        encoders("b");

        assertThat(shelf.galleries()).isEmpty();
        assertThat(shelf.snapshot().galleries()).isEmpty();
    }

    @Test
    void whoWaitsIsToldOfAChangeAtOnce() throws InterruptedException {
        GallerySnapshot before = shelf.snapshot();
        ready(staff, 7);

        assertThat(shelf.after(before, Duration.ofDays(1))).isNotSameAs(before);
    }

    private void ready(TestGallery gallery, long bundle) {
        shelf.arrived(gallery.source(bundle, 1));
        worker.run();
    }

    private void encoders(String... versions) {
        Map<String, Integer> encoders = new LinkedHashMap<>();
        for (String version : versions) {
            encoders.put(version, 2);
        }
        shelf.encoders(encoders);
    }

    private InstalledGallery only() {
        assertThat(shelf.galleries()).hasSize(1);
        return shelf.galleries().get(0);
    }

    private List<State> states() {
        return shelf.galleries().stream().map(InstalledGallery::state).toList();
    }

    /** The first person and the encoder of each gallery that is searched. */
    private List<String> searched() {
        return shelf.snapshot().galleries().stream()
                .map(gallery -> gallery.people().get(0).id() + " " + gallery.encoder())
                .toList();
    }
}
