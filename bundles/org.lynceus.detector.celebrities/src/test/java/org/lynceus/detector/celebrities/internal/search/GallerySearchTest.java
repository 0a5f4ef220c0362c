package org.lynceus.detector.celebrities.internal.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lynceus.detector.celebrities.internal.search.People.at;
import static org.lynceus.detector.celebrities.internal.search.People.gallery;
import static org.lynceus.detector.celebrities.internal.search.People.snapshot;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lynceus.api.Image;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.Point;
import org.lynceus.detector.celebrities.internal.search.GallerySearch.Match;

class GallerySearchTest {
    private static final Image IMAGE = new FakeImage(100, 100);

    private final FakeEncoders encoders = new FakeEncoders("best", "other");

    @Test
    void namesEachFace() throws VisionException {
        GallerySearch search = search(snapshot(gallery("best", at("a", 0), at("b", 45), at("c", 90))));

        assertThat(ids(search, 46, 20, 1, 89)).containsExactly("b", "-", "a", "c");
        assertThat(encoders.calls).isEqualTo(1);
    }

    @Test
    void galleriesOfTwoEncodersAreSearchedTogether() throws VisionException {
        GallerySearch search =
                search(snapshot(gallery("best", at("a", 0), at("b", 60)), gallery("other", at("c", 30))));

        assertThat(ids(search, 1, 29, 61)).containsExactly("a", "c", "b");
        assertThat(encoders.calls).isEqualTo(2);
    }

    @Test
    void somebodyNearerInAnotherGalleryStandsInTheWay() throws VisionException {
        assertThat(ids(search(snapshot(gallery("best", at("a", 0)), gallery("other", at("b", 1)))), 0))
                .containsExactly("-");
    }

    @Test
    void onePersonInTwoGalleriesOfOneEncoderIsNamed() throws VisionException {
        GallerySearch search =
                search(snapshot(gallery("best", at("a", 0), at("b", 90)), gallery("best", at("x", 1), at("a", 60))));

        assertThat(ids(search, 0, 1)).containsExactly("a", "x");
    }

    @Test
    void aFaceGetsTheNameFromTheGalleryItWasFoundIn() throws VisionException {
        GallerySearch search = search(snapshot(gallery("best", at("a", 0), at("b", 90)), gallery("best", at("a", 45))));

        assertThat(search.search(IMAGE, faces(45)).get(0))
                .map(match -> match.celebrity().name())
                .contains("a of 1");
    }

    @Test
    void withoutFacesOrGalleriesNothingIsEncoded() throws VisionException {
        assertThat(search(snapshot(gallery("best", at("a", 0)))).search(IMAGE, List.of()))
                .isEmpty();
        assertThat(search(GallerySnapshot.EMPTY).search(IMAGE, faces(1, 2))).containsOnly(Optional.empty());
        assertThat(encoders.calls).isZero();
    }

    @Test
    void facesWaitForTheGalleriesToBeReadAfterAStart() throws VisionException {
        assertThat(ids(search(GallerySnapshot.EMPTY, snapshot(gallery("best", at("a", 0)))), 0))
                .containsExactly("a");
    }

    @Test
    void galleriesWhoseEncoderHasGoneAreLeftOut() throws VisionException {
        encoders.vanishing.add("gone");
        GallerySearch search = search(snapshot(gallery("gone", at("x", 0)), gallery("best", at("a", 0))));

        assertThat(ids(search, 0)).containsExactly("a");
    }

    @Test
    void anEncoderThatHasGoneIsReplacedByThatOfTheNextSnapshot() throws VisionException {
        GallerySearch search = search(snapshot(gallery("gone", at("a", 0))), snapshot(gallery("best", at("a", 45))));

        assertThat(ids(search, 45)).containsExactly("a");
    }

    @Test
    void otherFailuresAreTheCallers() {
        encoders.installed.clear();
        encoders.installed.add(new FakeEncoder("best") {
            @Override
            public List<float[]> encode(Image image, List<FaceAlignment> faces) throws VisionException {
                throw new VisionException(VisionException.Reason.INVALID_IMAGE, "broken");
            }
        });

        assertThatThrownBy(() -> search(snapshot(gallery("best", at("a", 0)))).search(IMAGE, faces(0)))
                .isInstanceOf(VisionException.class)
                .hasMessage("broken");
    }

    private GallerySearch search(GallerySnapshot... snapshots) {
        return new GallerySearch(encoders, new FixedGalleries(snapshots), new Identification(0.0005, 10));
    }

    private static List<String> ids(GallerySearch search, double... degrees) throws VisionException {
        return search.search(IMAGE, faces(degrees)).stream()
                .map(match ->
                        match.map(Match::celebrity).map(person -> person.id()).orElse("-"))
                .toList();
    }

    private static List<FaceAlignment> faces(double... degrees) {
        return Arrays.stream(degrees)
                .map(Math::toRadians)
                .mapToObj(angle -> new Point((float) Math.cos(angle), (float) Math.sin(angle)))
                .map(point -> new FaceAlignment(point, point, point, point, point))
                .toList();
    }
}
