/** Knows the families of models: how their official exports are fed, and how their outputs look. */
package org.lynceus.packer.family;
