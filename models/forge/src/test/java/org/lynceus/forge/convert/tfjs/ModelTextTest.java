package org.lynceus.forge.convert.tfjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lynceus.forge.ForgeException;

class ModelTextTest {
    private static final String BUNDLED =
            "!function(a){module.exports=a()}(function(){return{1:[function(a,n,i){n.exports=%s},{}]}});";

    @Test
    void scriptModuleIsReadAsALiteral() throws Exception {
        JsonNode model = ModelText.read(
                        "test",
                        module("{modelTopology:{trainable:!1,use_bias:!0,rate:.25,min:-.5,epsilon:1e-3,big:4e-30,"
                                + "name:\"say \\\"!0\\\"\",none:null},weightsManifest:[]}"))
                .json()
                .path("modelTopology");

        assertThat(model.path("trainable").booleanValue()).isFalse();
        assertThat(model.path("trainable").isBoolean()).isTrue();
        assertThat(model.path("use_bias").booleanValue()).isTrue();
        assertThat(model.path("rate").doubleValue()).isEqualTo(0.25);
        assertThat(model.path("min").doubleValue()).isEqualTo(-0.5);
        assertThat(model.path("epsilon").doubleValue()).isEqualTo(0.001);
        assertThat(model.path("big").doubleValue()).isEqualTo(4e-30);
        assertThat(model.path("name").asText()).isEqualTo("say \"!0\"");
        assertThat(model.path("none").isNull()).isTrue();
    }

    @Test
    void defaultExportIsRead() throws Exception {
        ModelText model = ModelText.read("test", utf8("export default {modelTopology: {a: 1}, weightsManifest: []};"));

        assertThat(model.script()).isTrue();
        assertThat(model.json().at("/modelTopology/a").asInt()).isEqualTo(1);
    }

    @Test
    void weightsOfAScriptModuleAreBase64() throws Exception {
        ModelText model = ModelText.read("test", module("{modelTopology:{},weightsManifest:[]}"));

        assertThat(model.weights("test", "shard", module("\"AQID/w==\""))).containsExactly(1, 2, 3, -1);
        assertThatThrownBy(() -> model.weights("test", "shard", module("\"AQID/w=\"")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("shard")
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> model.weights("test", "shard", utf8("n.exports=\"AQID")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("shard")
                .hasMessageContaining("cut off");
    }

    @Test
    void weightsBesideJsonStayAsTheyAre() throws Exception {
        ModelText model = ModelText.read("test", utf8("{\"modelTopology\":{},\"weightsManifest\":[]}"));

        assertThat(model.weights("test", "w.bin", new byte[] {4, 5})).containsExactly(4, 5);
    }

    @Test
    void scriptsAreNotRun() {
        assertThatThrownBy(() -> ModelText.read("test", module("{modelTopology:make(),weightsManifest:[]}")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("test: ");
        assertThatThrownBy(() -> ModelText.read("test", utf8("alert(1)")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("neither JSON nor a script module");
    }

    @Test
    void damagedNumberIsRefused() {
        assertThatThrownBy(() -> ModelText.read("test", utf8("{\"modelTopology\":{\"a\":.}}")))
                .isInstanceOf(ForgeException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void otherJsonIsRefused() {
        assertThatThrownBy(() -> ModelText.read("test", utf8("{\"a\":1}"))).hasMessageContaining("'modelTopology'");
        assertThatThrownBy(() -> ModelText.read("test", utf8("{\"modelTopology\":{}}")))
                .hasMessageContaining("'weightsManifest'");
    }

    private static byte[] module(String literal) {
        return utf8(String.format(BUNDLED, literal));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
