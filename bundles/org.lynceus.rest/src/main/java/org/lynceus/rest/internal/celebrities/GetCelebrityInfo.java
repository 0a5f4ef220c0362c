package org.lynceus.rest.internal.celebrities;

import java.time.Duration;
import org.lynceus.api.VisionException;
import org.lynceus.api.VisionException.Reason;
import org.lynceus.api.celebrity.Celebrities;
import org.lynceus.api.celebrity.Celebrity;
import org.lynceus.api.celebrity.Galleries;
import org.lynceus.rekognition.GetCelebrityInfoRequest;
import org.lynceus.rekognition.GetCelebrityInfoResponse;
import org.lynceus.rest.Operation;
import org.lynceus.rest.RequestContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Tells what the installed galleries know of a person. */
@Component(service = Operation.class)
public final class GetCelebrityInfo implements Operation<GetCelebrityInfoRequest, GetCelebrityInfoResponse> {
    /** The operation's name. */
    public static final String NAME = "GetCelebrityInfo";

    /** Longer ids are cut where they are told back. */
    private static final int LONGEST_TOLD = 64;

    /** As long as the registry waits for the successor of a detector. */
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final LatestGalleries galleries;

    /** Starts without galleries; they come and go. */
    @Activate
    public GetCelebrityInfo() {
        this(new LatestGalleries(GRACE));
    }

    GetCelebrityInfo(LatestGalleries galleries) {
        this.galleries = galleries;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            unbind = "unbindGalleries")
    void bindGalleries(Galleries arrived) {
        galleries.arrived(arrived);
    }

    void unbindGalleries(Galleries gone) {
        galleries.gone(gone);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<GetCelebrityInfoRequest> input() {
        return GetCelebrityInfoRequest.class;
    }

    @Override
    public GetCelebrityInfoResponse handle(GetCelebrityInfoRequest input, RequestContext context)
            throws VisionException {
        Galleries current = installed();
        Celebrity found = current.find(input.id()).orElseThrow(() -> unknown(input.id()));
        return new GetCelebrityInfoResponse(found.urls(), found.name(), CelebrityFaces.gender(found.gender()));
    }

    private Galleries installed() throws VisionException {
        try {
            return galleries
                    .get()
                    .orElseThrow(() -> new VisionException(
                            Reason.NOT_INSTALLED, "No detector of type " + Celebrities.TYPE.name() + " is installed."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new VisionException(Reason.INTERNAL, "Internal server error", e);
        }
    }

    private static VisionException unknown(String id) {
        String told = id.length() <= LONGEST_TOLD ? id : id.substring(0, LONGEST_TOLD) + "...";
        return new VisionException(Reason.NOT_FOUND, "The celebrity id: " + told + " does not exist");
    }
}
