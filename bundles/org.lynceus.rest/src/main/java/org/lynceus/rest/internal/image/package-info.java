/** Where the picture of a request comes from. */
package org.lynceus.rest.internal.image;
