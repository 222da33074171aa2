package dev.tenon.example.research;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Jsonb;
import dev.tenon.annotation.References;
import dev.tenon.annotation.TenantScoped;
import dev.tenon.example.base.Timestamps;
import java.util.Map;
import java.util.UUID;

/**
 * A file that a step created or found.
 *
 * @param id the artifact
 * @param stepId the step
 * @param kind the kind of file
 * @param name the file name
 * @param mediaType the media type
 * @param sizeBytes the size in bytes
 * @param storageKey the key in the object store
 * @param metadata other metadata
 * @param timestamps when it was created and last changed
 */
@TenantScoped
public record Artifact(
        @Id @Default("gen_random_uuid()") UUID id,
        @References(ResearchStep.class) UUID stepId,
        ArtifactKind kind,
        String name,
        @Column(length = 127) String mediaType,
        @Check("size_bytes >= 0") long sizeBytes,
        String storageKey,

        @Jsonb @Default("'{}'::jsonb") @GinIndex(opclass = "jsonb_path_ops")
        Map<String, String> metadata,

        @Embedded Timestamps timestamps) {
    public Artifact {
        metadata = Map.copyOf(metadata);
    }
}
