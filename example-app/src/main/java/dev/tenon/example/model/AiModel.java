package dev.tenon.example.model;

import dev.tenon.annotation.Check;
import dev.tenon.annotation.Column;
import dev.tenon.annotation.Default;
import dev.tenon.annotation.Embedded;
import dev.tenon.annotation.GinIndex;
import dev.tenon.annotation.Grant;
import dev.tenon.annotation.Id;
import dev.tenon.annotation.Privilege;
import dev.tenon.annotation.Shared;
import dev.tenon.annotation.Table;
import dev.tenon.annotation.Unique;
import dev.tenon.example.base.Timestamps;
import java.util.Set;
import java.util.UUID;

/**
 * A model that research steps may use.
 *
 * @param id the model
 * @param provider its provider
 * @param name the provider's name for it
 * @param modality its input and output
 * @param capabilities its other capabilities
 * @param contextWindow the maximum input, in tokens
 * @param enabled whether new steps may use it
 * @param timestamps when it was registered and last changed
 */
@Table(comment = "The models that steps may use")
@Shared(reason = "the registry is the same for all organizations")
@Grant(Privilege.SELECT)
@Unique(columns = {"provider", "name"})
public record AiModel(
        @Id @Default("gen_random_uuid()") UUID id,
        @Column(length = 64) String provider,
        String name,
        Modality modality,

        @Default("'{}'::public.model_capability[]") @GinIndex
        Set<ModelCapability> capabilities,

        @Check("context_window > 0") int contextWindow,
        @Default("true") boolean enabled,
        @Embedded Timestamps timestamps) {
    public AiModel {
        capabilities = Set.copyOf(capabilities);
    }
}
