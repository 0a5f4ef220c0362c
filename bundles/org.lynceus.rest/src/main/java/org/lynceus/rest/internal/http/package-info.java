/** Requests and replies without a protocol: bodies, limits, scopes, errors. */
package org.lynceus.rest.internal.http;
