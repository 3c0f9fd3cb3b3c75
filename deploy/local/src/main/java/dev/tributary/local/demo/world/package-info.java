/**
 * The world of the demo: campaigns, creators, posts, touches and orders, made from a seed. The same
 * seed, scale and moment give the same world.
 */
@NullMarked
package dev.tributary.local.demo.world;

import org.jspecify.annotations.NullMarked;
