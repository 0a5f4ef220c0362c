package org.lynceus.itests.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.lynceus.api.AnalysisType;
import org.lynceus.api.Image;
import org.lynceus.api.Scope;
import org.lynceus.api.VisionException;
import org.lynceus.api.face.Face;
import org.lynceus.api.face.FaceAlignment;
import org.lynceus.api.face.FaceEncoder;
import org.lynceus.api.face.FaceEncoders;
import org.lynceus.api.face.FaceOptions;
import org.lynceus.api.face.Faces;
import org.lynceus.api.media.ObjectRef;
import org.lynceus.api.media.ObjectStore;
import org.lynceus.model.api.Model;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;

/** What a started server offers to a bundle. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class ServicesIT extends InContainer {
    private static final List<String> ROLES =
            List.of("face-detection", "face-verification", "face-mesh", "face-embedding", "face-attributes");

    @Inject
    FaceEncoders encoders;

    @Inject
    ObjectStore objects;

    @Test
    public void everyBundleOfOursIsActive() {
        List<Bundle> ours = Arrays.stream(context.getBundles())
                .filter(bundle -> String.valueOf(bundle.getSymbolicName()).startsWith("org.lynceus."))
                .toList();

        assertThat(ours)
                .extracting(Bundle::getSymbolicName)
                .contains("org.lynceus.api", "org.lynceus.core", "org.lynceus.rest", "org.lynceus.detector.faces");
        assertThat(ours)
                .allSatisfy(bundle -> assertThat(bundle.getState())
                        .as(bundle.getSymbolicName())
                        .isEqualTo(Bundle.ACTIVE));
    }

    @Test
    public void eachRoleHasAModel() throws Exception {
        for (String role : ROLES) {
            assertThat(context.getServiceReferences(Model.class, "(" + Model.ROLE + "=" + role + ")"))
                    .as(role)
                    .isNotEmpty();
        }
    }

    @Test
    public void facesAreAnAnalysisType() {
        assertThat(registry.types()).extracting(AnalysisType::name).contains("faces");
        assertThat(registry.find(Faces.TYPE)).isPresent();
    }

    @Test
    public void everyModelThatFindsOrEncodesFacesIsAnAnalysisTypeOfItsOwn() {
        assertThat(registry.types())
                .extracting(AnalysisType::name)
                .contains("face-detection", "model:ultraface", "face-embedding", "model:mobileface");
    }

    @Test
    public void facesOfAPhotoAreFoundAndEncoded() throws Exception {
        try (Image photo = photo()) {
            List<Face> faces =
                    registry.detect(Faces.TYPE, photo, FaceOptions.DEFAULT).faces();
            List<FaceAlignment> alignments = faces.stream().map(Face::alignment).toList();
            List<float[]> vectors = encoders.call(Optional.empty(), encoder -> encoded(encoder, photo, alignments));

            assertThat(faces).hasSize(3);
            assertThat(vectors).hasSize(3);
            assertThat(distance(vectors.get(0), vectors.get(1))).isGreaterThan(0.5);
        }
    }

    @Test
    public void anObjectThatIsNotStoredIsRefused() {
        ObjectRef nowhere =
                new ObjectRef(new Scope("000000000000", "us-east-1"), "no-bucket", "no-key", Optional.empty());

        assertThatThrownBy(() -> objects.open(nowhere))
                .isInstanceOfSatisfying(
                        VisionException.class,
                        e -> assertThat(e.reason()).isEqualTo(VisionException.Reason.INVALID_OBJECT));
    }

    private static List<float[]> encoded(FaceEncoder encoder, Image image, List<FaceAlignment> faces)
            throws VisionException {
        List<float[]> vectors = encoder.encode(image, faces);
        assertThat(vectors).allSatisfy(vector -> {
            assertThat(vector).hasSize(encoder.dimension());
            assertThat(distance(vector, new float[vector.length])).isEqualTo(1, within(1e-4));
        });
        return vectors;
    }

    private static double distance(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.pow(one[i] - other[i], 2);
        }
        return Math.sqrt(sum);
    }
}
